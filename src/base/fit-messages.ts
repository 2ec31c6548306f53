import { fitCrc } from "./fit-crc.ts";

/** The fields that are wanted of one kind of message, by their numbers in the FIT profile. */
export interface FitWish {
  readonly numbers: readonly number[];
  readonly texts?: readonly number[];
}

/** What is wanted of each kind of message, by the kind's number. */
export type FitWishes = ReadonlyMap<number, FitWish>;

/** One message: its kind, and the wanted fields in the order of the wish; undefined or "" where a field has no value. */
export interface FitMessage {
  readonly kind: number;
  readonly values: readonly (number | undefined)[];
  readonly texts: readonly string[];
}

/** Where a wanted field stands in the bytes of a message, and in the order of the wish. */
interface Place {
  readonly slot: number;
  readonly offset: number;
  readonly size: number;
}

/** How the messages that follow are laid out. */
interface Definition {
  readonly kind: number;
  readonly isLittle: boolean;
  readonly size: number;
  /** Where the time of the message stands, if it has one. */
  readonly time: Place | undefined;
  /** Undefined where nothing of this kind is wanted. */
  readonly wish: FitWish | undefined;
  readonly numbers: readonly Place[];
  readonly texts: readonly Place[];
  /** Which of the wanted numbers is the time; -1 where none is. */
  readonly timeSlot: number;
}

const TIMESTAMP = 253;
/** The base type of a text; all others that are wanted are numbers without a sign. */
const TEXT = 0x07;
const NO_TEXTS: readonly string[] = [];
const SIGNATURE = 0x2e464954; // ".FIT"
const FIRST = { size: 0, dataSize: 4, signature: 8 } as const;
const CHECKSUM = 2;

/** Bytes that are no UTF-8 become a replacement letter, and the file is read all the same. */
const utf8 = new TextDecoder();

/** Reads the messages of one FIT file after another; only wanted fields leave the bytes. */
class Cursor {
  private at: number;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly end: number;
  private readonly definitions: (Definition | undefined)[] = [];
  private lastTime = 0;

  constructor(bytes: Uint8Array, from: number, end: number) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = from;
    this.end = end;
  }

  /** The next wanted message; undefined at the end. Throws RangeError where the bytes make no sense. */
  next(wishes: FitWishes): FitMessage | undefined {
    while (this.at < this.end) {
      const header = this.byte();
      const isCompressed = (header & 0x80) !== 0;
      if (!isCompressed && (header & 0x40) !== 0) this.define(header, wishes);
      else {
        const local = isCompressed ? (header >> 5) & 3 : header & 15;
        const message = this.data(this.definitions[local], isCompressed ? header & 31 : undefined);
        if (message !== undefined) return message;
      }
    }
    return undefined;
  }

  private byte(): number {
    const byte = this.at < this.end ? this.bytes[this.at++] : undefined;
    if (byte === undefined) throw new RangeError("it ends within a message");
    return byte;
  }

  private define(header: number, wishes: FitWishes): void {
    this.byte();
    const isLittle = this.byte() === 0;
    const kind = isLittle ? this.byte() + 256 * this.byte() : 256 * this.byte() + this.byte();
    const wish = wishes.get(kind);
    const [numbers, texts]: [Place[], Place[]] = [[], []];
    let time: Place | undefined;
    let size = 0;
    for (let left = this.byte(); left > 0; left--) {
      const [field, bytes, isText] = [this.byte(), this.byte(), this.byte() === TEXT];
      const place = { slot: (isText ? wish?.texts : wish?.numbers)?.indexOf(field) ?? -1, offset: size, size: bytes };
      if (field === TIMESTAMP && bytes === 4) time = place;
      if (place.slot >= 0) (isText ? texts : numbers).push(place);
      size += bytes;
    }
    if ((header & 0x20) !== 0)
      for (let left = this.byte(); left > 0; left--) {
        this.byte();
        size += this.byte();
        this.byte();
      }
    const timeSlot = wish?.numbers.indexOf(TIMESTAMP) ?? -1;
    this.definitions[header & 15] = { kind, isLittle, size, time, wish, numbers, texts, timeSlot };
  }

  private data(definition: Definition | undefined, offset: number | undefined): FitMessage | undefined {
    if (definition === undefined) throw new RangeError("a message has no definition");
    const { kind, isLittle, size, time, wish, timeSlot } = definition;
    const start = this.at;
    this.at += size;
    if (this.at > this.end) throw new RangeError("it ends within a message");
    const written = time === undefined ? undefined : this.number(start + time.offset, 4, isLittle);
    if (written !== undefined) this.lastTime = written;
    // A compressed header counts on from the last time, in 5 bits.
    else if (offset !== undefined) this.lastTime += (offset - (this.lastTime & 31) + 32) & 31;
    if (wish === undefined) return undefined;
    const values = Array.from<number | undefined>({ length: wish.numbers.length });
    for (const place of definition.numbers)
      values[place.slot] = this.number(start + place.offset, place.size, isLittle);
    if (timeSlot >= 0 && offset !== undefined && written === undefined) values[timeSlot] = this.lastTime;
    if (wish.texts === undefined) return { kind, values, texts: NO_TEXTS };
    const texts = wish.texts.map(() => "");
    for (const place of definition.texts) texts[place.slot] = this.text(start + place.offset, place.size);
    return { kind, values, texts };
  }

  /** A text up to its end mark. */
  private text(at: number, size: number): string {
    const bytes = this.bytes.subarray(at, at + size);
    const end = bytes.indexOf(0);
    return utf8.decode(end < 0 ? bytes : bytes.subarray(0, end));
  }

  /** An unsigned number; all bits set is how the protocol says "no value". */
  private number(at: number, size: number, isLittle: boolean): number | undefined {
    if (size === 1) return without(0xff, this.view.getUint8(at));
    if (size === 2) return without(0xffff, this.view.getUint16(at, isLittle));
    return size === 4 ? without(0xffffffff, this.view.getUint32(at, isLittle)) : undefined;
  }
}

const without = (nothing: number, value: number): number | undefined => (value === nothing ? undefined : value);

/**
 * The wanted messages of a FIT file in their order, or why it is no whole file. A reader of our own, because the libraries
 * copy every field of every second, and fit-file-parser 6.1 refuses what Garmin's own encoder writes; it takes texts and
 * numbers of 1, 2 and 4 bytes without a sign, and nothing else.
 */
export function fitMessages(bytes: Uint8Array, wishes: FitWishes): readonly FitMessage[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = bytes[FIRST.size] ?? 0;
  if (header < 12 || bytes.length < header || view.getUint32(FIRST.signature) !== SIGNATURE)
    return "this is no FIT file";
  const end = header + view.getUint32(FIRST.dataSize, true);
  if (end + CHECKSUM > bytes.length) return "this FIT file is cut off";
  if (fitCrc(bytes.subarray(0, end)) !== view.getUint16(end, true)) return "this FIT file is damaged";
  const cursor = new Cursor(bytes, header, end);
  const messages: FitMessage[] = [];
  try {
    for (let message = cursor.next(wishes); message !== undefined; message = cursor.next(wishes))
      messages.push(message);
  } catch (error) {
    if (error instanceof RangeError) return `this FIT file is damaged: ${error.message}`;
    throw error;
  }
  return messages;
}
