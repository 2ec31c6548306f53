import { fitCrc } from "../base/fit-crc.ts";

/** Base types of the FIT protocol that workouts need: their number and their size in bytes. */
const TYPES = {
  enum: { code: 0x00, size: 1 },
  uint16: { code: 0x84, size: 2 },
  uint32: { code: 0x86, size: 4 },
  uint32z: { code: 0x8c, size: 4 },
} as const;
const TEXT_CODE = 0x07;

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
const HEADER_BYTES = 14;
/** Protocol 1.0, which every device reads, and the profile whose field numbers are used here (21.217). */
const PROTOCOL = 0x10;
const PROFILE = 21_217;
const SIGNATURE = [0x2e, 0x46, 0x49, 0x54]; // ".FIT"
/** Marks a definition; every message uses local type 0, so the last definition counts. */
const DEFINITION = 0x40;
const DATA = 0x00;

/** A number as bytes, the lowest first. */
const bytesOf = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, place) => Math.floor(value / 256 ** place) % 256);

/** The text as far as it fits, cut at a whole character, with its end mark. */
function textBytes(text: string): number[] {
  const room = new Uint8Array(MOST_TEXT_BYTES);
  const { written } = new TextEncoder().encodeInto(text, room);
  return [...room.subarray(0, written), 0];
}

function valueBytes(field: FitField): number[] {
  if (field.type === "string") return textBytes(field.value);
  const { size } = TYPES[field.type];
  const { number, value } = field;
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** size)
    throw new RangeError(`FIT field ${number} holds whole numbers of ${size} bytes, not ${value}`);
  return bytesOf(value, size);
}

/** How the messages that follow are laid out: number, size and base type of each field. */
const definitionOf = ({ message, fields }: FitMessage, values: readonly (readonly number[])[]): number[] => [
  DEFINITION,
  0,
  0, // the lowest byte first
  ...bytesOf(message, 2),
  fields.length,
  ...fields.flatMap(({ number, type }, i) => [
    number,
    values[i]?.length ?? 0,
    type === "string" ? TEXT_CODE : TYPES[type].code,
  ]),
];

/** A FIT file of these messages, in their order. Throws RangeError where a number does not fit its field. Source: FIT protocol. */
export function fitFile(messages: readonly FitMessage[]): Uint8Array {
  const body: number[] = [];
  let laidOut = "";
  for (const message of messages) {
    const values = message.fields.map(valueBytes);
    const definition = definitionOf(message, values);
    // A definition holds until the next one: the same again is left out.
    if (definition.join() !== laidOut) body.push(...definition);
    laidOut = definition.join();
    body.push(DATA, ...values.flat());
  }
  const start = [HEADER_BYTES, PROTOCOL, ...bytesOf(PROFILE, 2), ...bytesOf(body.length, 4), ...SIGNATURE];
  const file = [...start, ...bytesOf(fitCrc(start), 2), ...body];
  return Uint8Array.from([...file, ...bytesOf(fitCrc(file), 2)]);
}
