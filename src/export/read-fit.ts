import { readFitMessages, type FitRawMessage } from "fit-file-parser/raw";
import { cleanLine } from "../base/text.ts";
import { readFitSteps, type FitStep } from "./read-fit-steps.ts";
import { checkSegments, LIMITS, Refusal, type FileWorkout, type Fix, type ReadOptions } from "./read-outcome.ts";
import { secondsOfSegment } from "../workout/segment.ts";

const FILE_ID = 0;
const WORKOUT = 26;
const WORKOUT_STEP = 27;
const WORKOUT_FILE = 5;
const SPORT_CYCLING = 2;
const STRING = 0x07;
/** The number of a field, whatever unsigned type it was written in. All bits set is how the protocol says "no value". */
function numberIn(message: FitRawMessage | undefined, field: number): number | undefined {
  const raw = message?.fields.find(({ fieldNumber }) => fieldNumber === field);
  if (message === undefined || raw === undefined || raw.baseType === STRING || raw.bytes.length > 4) return undefined;
  const bytes = message.littleEndian ? Array.from(raw.bytes).reverse() : Array.from(raw.bytes);
  const value = bytes.reduce((total, byte) => total * 256 + byte, 0);
  return value === 256 ** bytes.length - 1 ? undefined : value;
}

/** Text up to its end mark; bytes that are no UTF-8 cost a letter, not the file. */
function textIn(message: FitRawMessage | undefined, field: number): string {
  const raw = message?.fields.find(({ fieldNumber }) => fieldNumber === field);
  if (raw?.baseType !== STRING) return "";
  const end = raw.bytes.indexOf(0);
  return cleanLine(
    new TextDecoder().decode(end < 0 ? raw.bytes : raw.bytes.subarray(0, end)),
    LIMITS.segmentCharacters,
  );
}

const stepOf = (message: FitRawMessage): FitStep => ({
  name: textIn(message, 0),
  durationType: numberIn(message, 1),
  durationValue: numberIn(message, 2),
  targetType: numberIn(message, 3),
  targetValue: numberIn(message, 4),
  low: numberIn(message, 5),
  high: numberIn(message, 6),
  intensity: numberIn(message, 7),
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
  if (numberIn(id, 0) !== WORKOUT_FILE) throw new Refusal("it is no workout file: perhaps a ride that was recorded");
  const [workout] = messages.filter(({ globalMessageNumber }) => globalMessageNumber === WORKOUT);
  const sport = numberIn(workout, 4);
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
