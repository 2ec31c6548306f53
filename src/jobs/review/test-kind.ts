import type { Workout } from "../../workout/schema.ts";

/** Which test a session is, as `change test` takes its result; undefined for tests of another kind. */
export function testKindOf({ role, library_workout_id: id, name }: Workout): "20min" | "ramp" | undefined {
  if (role !== "test") return undefined;
  const text = `${id ?? ""} ${name}`;
  if (/ramp/i.test(text)) return "ramp";
  return /\b(?:test_)?20[ _-]min/i.test(text) ? "20min" : undefined;
}
