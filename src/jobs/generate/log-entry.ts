import { PlanError } from "../../base/errors.ts";
import { givenOnly } from "../../base/given-only.ts";

/**
 * One line of a run's log. Only words of ours and numbers: no answer of the rider, no name, no path, no key, and so no
 * message of an error either, because messages quote what was typed.
 */
export interface LogEntry {
  readonly event: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

const MOST_FRAMES = 6;

/** Where an error came from, by file name alone: the folders above it may hold a person's name. */
function framesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const frames = stack.split("\n").flatMap((line) => {
    const frame = /^\s+at (?:.*[/\\(])?([\w.-]+:\d+):\d+\)?$/.exec(line)?.[1];
    return frame === undefined ? [] : [frame];
  });
  return frames.slice(0, MOST_FRAMES).join("<") || "unknown";
}

const systemOf = ({ details }: PlanError): string | undefined =>
  details !== null && typeof details === "object" && "system" in details && typeof details.system === "string"
    ? details.system
    : undefined;

/** How a run ended badly, in the words that a log may hold. */
export function failureEntry(error: unknown): LogEntry {
  if (!(error instanceof PlanError)) return { event: "failed", facts: { code: "INTERNAL", at: framesOf(error) } };
  const system = systemOf(error);
  return { event: "failed", facts: givenOnly({ code: error.code, system }) };
}
