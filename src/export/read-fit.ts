import { readFitMessages, readFitStringField, readFitUnsignedField, type FitRawMessage } from "fit-file-parser/raw";
import { cleanLine } from "../base/text.ts";
import { readFitSteps, type FitStep } from "./read-fit-steps.ts";
import { checkSegments, LIMITS, Refusal, type FileWorkout, type Fix, type ReadOptions } from "./read-outcome.ts";
import { secondsOfSegment } from "../workout/segment.ts";

const FILE_ID = 0;
const WORKOUT = 26;
const WORKOUT_STEP = 27;
const WORKOUT_FILE = 5;
const SPORT_CYCLING = 2;
/** Base types of the protocol, by the size of what they hold. */
const UNSIGNED = {
  enum: { code: 0x00, size: 1 },
  uint16: { code: 0x84, size: 2 },
  uint32: { code: 0x86, size: 4 },
} as const;

function numberIn(message: FitRawMessage | undefined, field: number, type: keyof typeof UNSIGNED): number | undefined {
  const raw = message?.fields.find(({ fieldNumber }) => fieldNumber === field);
  if (message === undefined || raw === undefined) return undefined;
  const { code, size } = UNSIGNED[type];
  const value = readFitUnsignedField(raw, code, size, message.littleEndian);
  // All bits set is how the protocol says "no value".
  return value === 2 ** (8 * size) - 1 ? undefined : value;
}

const textIn = (message: FitRawMessage | undefined, field: number): string =>
  cleanLine(readFitStringField(message?.fields.find(({ fieldNumber }) => fieldNumber === field)) ?? "", 2000);

const stepOf = (message: FitRawMessage): FitStep => ({
  name: textIn(message, 0),
  durationType: numberIn(message, 1, "enum"),
  durationValue: numberIn(message, 2, "uint32"),
  targetType: numberIn(message, 3, "enum"),
  targetValue: numberIn(message, 4, "uint32"),
  low: numberIn(message, 5, "uint32"),
  high: numberIn(message, 6, "uint32"),
  intensity: numberIn(message, 7, "enum"),
  notes: textIn(message, 8),
});

function messagesOf(bytes: Uint8Array): FitRawMessage[] {
  try {
    return readFitMessages(bytes, { messageNumbers: [FILE_ID, WORKOUT, WORKOUT_STEP], maxInputBytes: LIMITS.bytes })
      .messages;
  } catch (error) {
    throw new Refusal(`this is no whole FIT file (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** A FIT workout; its repeats stay repeats where they are work and rest. Throws Refusal. */
export function readFit(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): { workout: FileWorkout; fixes: Fix[] } {
  const messages = messagesOf(bytes);
  const [id] = messages.filter(({ globalMessageNumber }) => globalMessageNumber === FILE_ID);
  if (numberIn(id, 0, "enum") !== WORKOUT_FILE)
    throw new Refusal("it is no workout file: perhaps a ride that was recorded");
  const [workout] = messages.filter(({ globalMessageNumber }) => globalMessageNumber === WORKOUT);
  const sport = numberIn(workout, 4, "enum");
  if (sport !== undefined && sport !== SPORT_CYCLING) throw new Refusal("it is for another sport");
  const steps = messages.filter(({ globalMessageNumber }) => globalMessageNumber === WORKOUT_STEP).map(stepOf);
  const { segments, fixes } = readFitSteps(steps, options);
  checkSegments(
    segments,
    segments.reduce((sum, segment) => sum + secondsOfSegment(segment), 0),
  );
  return {
    workout: { format: "fit", name: textIn(workout, 8) || fileName, description: textIn(workout, 17), segments },
    fixes,
  };
}
