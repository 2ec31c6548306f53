import {
  readFitMessages,
  readFitStringField,
  readFitUnsignedField,
  type FitRawField,
  type FitRawMessage,
} from "fit-file-parser/raw";
import type { GarminStep } from "./garmin-step.ts";

const WORKOUT_STEP = 27;
const UINT16 = 0x84;
const UINT32 = 0x86;
/** The parser gives numbers where Garmin's decoder gives names. */
const DURATIONS = new Map([[0, "time"], [5, "open"], [6, "repeatUntilStepsCmplt"]]); // prettier-ignore
const TARGETS = new Map([[1, "heartRate"], [2, "open"], [4, "power"]]); // prettier-ignore

function fieldsOf({ fields, littleEndian }: FitRawMessage) {
  const field = (number: number): FitRawField | undefined => fields.find(({ fieldNumber }) => fieldNumber === number);
  return {
    enum: (number: number) => readFitUnsignedField(field(number), 0, 1, littleEndian),
    index: () => readFitUnsignedField(field(254), UINT16, 2, littleEndian),
    long: (number: number) => readFitUnsignedField(field(number), UINT32, 4, littleEndian),
    words: (number: number) => readFitStringField(field(number)),
  };
}

const named = (names: ReadonlyMap<number, string>, value: number | undefined): string =>
  names.get(value ?? -1) ?? `unknown ${String(value)}`;

/** The steps of a FIT workout as `fit-file-parser` reads them: strict about the file, with Garmin's names for its numbers. */
export function stepsOfSecondParser(bytes: Uint8Array): GarminStep[] {
  return readFitMessages(bytes, { messageNumbers: [WORKOUT_STEP] }).messages.map((message) => {
    const of = fieldsOf(message);
    return {
      messageIndex: of.index()!,
      wktStepName: of.words(0)!,
      durationType: named(DURATIONS, of.enum(1)),
      durationValue: of.long(2)!,
      targetType: named(TARGETS, of.enum(3)),
      targetValue: of.long(4)!,
      customTargetValueLow: of.long(5)!,
      customTargetValueHigh: of.long(6)!,
    };
  });
}
