import { fitMessages, type FitMessage, type FitWishes } from "../base/fit-messages.ts";
import { cleanLine } from "../base/text.ts";
import { secondsOfSegment } from "../workout/segment.ts";
import { readFitSteps, type FitStep } from "./read-fit-steps.ts";
import { checkSegments, LIMITS, Refusal, type FileWorkout, type Fix, type ReadOptions } from "./read-outcome.ts";

const KIND = { fileId: 0, workout: 26, step: 27 } as const;
/** The fields that are read, by their numbers in the FIT profile. */
const WISHES: FitWishes = new Map([
  [KIND.fileId, { numbers: [0] }],
  [KIND.workout, { numbers: [4], texts: [8, 17] }],
  [KIND.step, { numbers: [1, 2, 3, 4, 5, 6, 7], texts: [0, 8] }],
]);
const WORKOUT_FILE = 5;
const SPORT_CYCLING = 2;

const lineOf = (text: string | undefined): string => cleanLine(text ?? "", LIMITS.segmentCharacters);

function stepOf({ values, texts }: FitMessage): FitStep {
  const [durationType, durationValue, targetType, targetValue, low, high, intensity] = values;
  const [name = "", notes = ""] = texts.map(lineOf);
  return {
    name,
    durationType,
    durationValue,
    targetType,
    targetValue,
    low,
    high,
    intensity,
    notes,
  };
}

/** A FIT workout; its repeats stay repeats where they are work and rest. Throws Refusal. */
export function readFit(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): { workout: FileWorkout; fixes: Fix[] } {
  const messages = fitMessages(bytes, WISHES);
  if (typeof messages === "string") throw new Refusal(messages);
  const of = (kind: number): FitMessage[] => messages.filter((message) => message.kind === kind);
  if (of(KIND.fileId)[0]?.values[0] !== WORKOUT_FILE)
    throw new Refusal("it is no workout file: perhaps a ride that was recorded");
  const [workout] = of(KIND.workout);
  const sport = workout?.values[0];
  if (sport !== undefined && sport !== SPORT_CYCLING) throw new Refusal("it is for another sport");
  const steps = of(KIND.step).map(stepOf);
  const { segments, fixes } = readFitSteps(steps, options);
  checkSegments(
    segments,
    segments.reduce((sum, segment) => sum + secondsOfSegment(segment), 0),
  );
  const [name = "", description = ""] = (workout?.texts ?? []).map(lineOf);
  return {
    workout: { format: "fit", name: name === "" ? fileName : name, description, segments },
    fixes,
  };
}
