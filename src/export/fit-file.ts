/** Base types of the FIT protocol that workouts need: the byte that names them, and their size. */
const TYPES = {
  enum: { code: 0x00, size: 1 },
  uint8: { code: 0x02, size: 1 },
  uint16: { code: 0x84, size: 2 },
  uint32: { code: 0x86, size: 4 },
  uint32z: { code: 0x8c, size: 4 },
} as const;

/** A field by its number in the profile; a text brings its own length. */
export type FitField =
  | { readonly number: number; readonly type: keyof typeof TYPES; readonly value: number }
  | { readonly number: number; readonly type: "string"; readonly value: string };

export interface FitMessage {
  /** Number of the message in the profile, such as 27 for a workout step. */
  readonly message: number;
  readonly fields: readonly FitField[];
}

const STRING_CODE = 0x07;
/** A field's size is one byte; the last byte of a text is its end mark. */
const MOST_TEXT_BYTES = 254;
const HEADER_BYTES = 14;
const PROTOCOL_VERSION = 0x10;
/** 21.217: the profile whose field numbers are used here. */
const PROFILE_VERSION = 21217;
const DEFINITION = 0x40;

/** UTF-8 cut at a whole character, without the end mark. */
function textBytes(text: string): Uint8Array {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(text);
  if (bytes.length <= MOST_TEXT_BYTES) return bytes;
  const { read } = encoder.encodeInto(text, new Uint8Array(MOST_TEXT_BYTES));
  return encoder.encode(text.slice(0, read));
}

const littleEndian = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256);

function fieldBytes(field: FitField): number[] {
  if (field.type === "string") return [...textBytes(field.value), 0];
  const { size } = TYPES[field.type];
  if (!Number.isInteger(field.value) || field.value < 0 || field.value >= 256 ** size)
    throw new RangeError(`FIT field ${String(field.number)} cannot hold ${String(field.value)}`);
  return littleEndian(field.value, size);
}

/** CRC-16 with the polynomial 0xA001, as the protocol has it. */
function crcOf(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}

/** One message with the definition that says how it is laid out; where the last one had the same, that one counts. */
function recordBytes({ message, fields }: FitMessage, known: string): { bytes: number[]; layout: string } {
  const values = fields.map(fieldBytes);
  const described = fields.flatMap((field, i) => [
    field.number,
    values[i]?.length ?? 0,
    field.type === "string" ? STRING_CODE : TYPES[field.type].code,
  ]);
  const definition = [DEFINITION, 0, 0, ...littleEndian(message, 2), fields.length, ...described];
  const layout = definition.join();
  return { bytes: [...(layout === known ? [] : definition), 0, ...values.flat()], layout };
}

/** A FIT file of these messages: header, records, check sums. Throws RangeError where a number does not fit its field. */
export function fitFile(messages: readonly FitMessage[]): Uint8Array {
  let layout = "";
  const data = messages.flatMap((message) => {
    const record = recordBytes(message, layout);
    layout = record.layout;
    return record.bytes;
  });
  const start = [HEADER_BYTES, PROTOCOL_VERSION, ...littleEndian(PROFILE_VERSION, 2), ...littleEndian(data.length, 4)];
  const signed = [...start, ...Array.from(".FIT", (letter) => letter.charCodeAt(0))];
  const whole = [...signed, ...littleEndian(crcOf(signed), 2), ...data];
  return Uint8Array.from([...whole, ...littleEndian(crcOf(whole), 2)]);
}
