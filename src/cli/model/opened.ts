import { setInterval, clearInterval } from "node:timers";
import { modelChoice, type NamedModel, type Surroundings } from "./choice.ts";
import type { ModelWish } from "./wish.ts";
import type { System } from "../system.ts";

/** A model that was named, once for all that a run asks it, and what ends its work early. */
export interface OpenedModel {
  readonly choice: NamedModel;
  readonly controller: AbortController;
}

/** The model that was named; undefined where none was. Throws where it cannot be used. */
export async function openedModel(wish: ModelWish, around: Surroundings): Promise<OpenedModel | undefined> {
  const controller = new AbortController();
  const choice = await modelChoice(wish, around, controller.signal);
  return choice && { choice, controller };
}

const LOOK_MS = 50;

/** Runs work that ends early when Ctrl-C is pressed. */
export async function stoppable<T>(
  system: System,
  work: () => Promise<T>,
  { controller }: Pick<OpenedModel, "controller">,
): Promise<T> {
  const timer = setInterval(() => {
    if (system.isCancelled()) controller.abort();
  }, LOOK_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
