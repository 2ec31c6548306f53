import type { Action } from "./command-spec.ts";

/** For commands that a later version brings: they are named, and say that they are not there. */
export const loadNotYet = (name: string, brings: string) => async (): Promise<Action> => {
  const { notYet } = await import("./actions/not-yet.ts");
  return notYet(name, brings);
};
