import type { PlanEvent } from "./event-schema.ts";

type Named = Pick<PlanEvent, "name" | "type">;

const kindOf = ({ type }: Named): string => type.replaceAll("_", " ");

/** `Spring Classic`, or where the rider gave it no name `road race`. */
export const eventName = (event: Named): string => event.name ?? kindOf(event);

/** `Spring Classic (road race)`, or `road race`. */
export const eventNameInFull = (event: Named): string =>
  event.name === undefined ? kindOf(event) : `${event.name} (${kindOf(event)})`;
