import { FitBaseType, FitEncoder, type FitEncoderField } from "fit-file-parser/encoder";

/** Base types of the FIT protocol that workouts need, and their size in bytes. */
const TYPES = {
  enum: { baseType: FitBaseType.Enum, size: 1 },
  uint16: { baseType: FitBaseType.Uint16, size: 2 },
  uint32: { baseType: FitBaseType.Uint32, size: 4 },
  uint32z: { baseType: FitBaseType.Uint32z, size: 4 },
} as const;

/** A field by its number in the profile; a text brings its own length. */
export type FitField =
  | { readonly number: number; readonly type: keyof typeof TYPES; readonly value: number }
  | { readonly number: number; readonly type: "string"; readonly value: string };

/** One message of a FIT file, with its fields in the order in which they are written. */
export interface FitMessage {
  /** Number of the message in the profile, such as 27 for a workout step. */
  readonly message: number;
  readonly fields: readonly FitField[];
}

/** A field's size is one byte, and the last byte of a text is its end mark. */
const MOST_TEXT_BYTES = 254;
/** Protocol 1.0, which every device reads, and the profile whose field numbers are used here (21.217). */
const VERSIONS = { protocolVersion: 0x10, profileVersion: 21_217 };

/** The text as far as it fits, cut at a whole character. */
function cutText(text: string): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(MOST_TEXT_BYTES));
  return text.slice(0, read);
}

function fieldOf(field: FitField): FitEncoderField {
  const { number } = field;
  if (field.type !== "string") return { number, ...TYPES[field.type], value: field.value };
  const value = FitEncoder.string(cutText(field.value));
  return { number, baseType: FitBaseType.String, size: value.length, value };
}

/** A FIT file of these messages, in their order. Throws RangeError where a number does not fit its field. */
export function fitFile(messages: readonly FitMessage[]): Uint8Array {
  const encoder = new FitEncoder(VERSIONS);
  for (const { message, fields } of messages) encoder.writeMessage(message, fields.map(fieldOf));
  return encoder.close();
}
