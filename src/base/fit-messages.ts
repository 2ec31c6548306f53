/** Fields that are wanted of one kind of message, by their numbers in the FIT profile. */
export type FitWish = ReadonlyMap<number, readonly number[]>;

/** One message: its kind, and the wanted fields in the order of the wish; undefined where a field has no value. */
export interface FitMessage {
  readonly kind: number;
  readonly values: readonly (number | undefined)[];
}

/** Where a wanted field stands in the bytes of a message. */
interface Place {
  readonly wish: number;
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
  /** Wanted fields; undefined where nothing of this kind is wanted. */
  readonly places: readonly Place[] | undefined;
  readonly wishes: number;
  /** Which of the wishes is the time. */
  readonly timeWish: number;
}

const TIMESTAMP = 253;
const SIGNATURE = 0x2e464954; // ".FIT"
const FIRST = { size: 0, dataSize: 4, signature: 8 } as const;
const CHECKSUM = 2;

/** The CRC of the FIT protocol, a byte at a time. */
const crcTable = (): Uint16Array =>
  Uint16Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
    return crc;
  });

function crcOf(bytes: Uint8Array): number {
  const table = crcTable();
  let crc = 0;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return crc;
}

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
  next(wish: FitWish): FitMessage | undefined {
    while (this.at < this.end) {
      const header = this.byte();
      const isCompressed = (header & 0x80) !== 0;
      if (!isCompressed && (header & 0x40) !== 0) this.define(header, wish);
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

  private define(header: number, wish: FitWish): void {
    this.byte();
    const isLittle = this.byte() === 0;
    const kind = isLittle ? this.byte() + 256 * this.byte() : 256 * this.byte() + this.byte();
    const wished = wish.get(kind);
    const places: Place[] = [];
    let time: Place | undefined;
    let size = 0;
    for (let left = this.byte(); left > 0; left--) {
      const field = this.byte();
      const place = { wish: wished?.indexOf(field) ?? -1, offset: size, size: this.byte() };
      this.byte(); // the base type: what is wanted is unsigned, and its size tells the rest
      if (field === TIMESTAMP && place.size === 4) time = place;
      if (place.wish >= 0) places.push(place);
      size += place.size;
    }
    if ((header & 0x20) !== 0)
      for (let left = this.byte(); left > 0; left--) {
        this.byte();
        size += this.byte();
        this.byte();
      }
    this.definitions[header & 15] = {
      kind,
      isLittle,
      size,
      time,
      places: wished && places,
      wishes: wished?.length ?? 0,
      timeWish: wished?.indexOf(TIMESTAMP) ?? -1,
    };
  }

  private data(definition: Definition | undefined, offset: number | undefined): FitMessage | undefined {
    if (definition === undefined) throw new RangeError("a message has no definition");
    const { kind, isLittle, size, time, places, wishes, timeWish } = definition;
    const start = this.at;
    this.at += size;
    if (this.at > this.end) throw new RangeError("it ends within a message");
    const written = time === undefined ? undefined : this.number(start + time.offset, 4, isLittle);
    if (written !== undefined) this.lastTime = written;
    // A compressed header counts on from the last time, in 5 bits.
    else if (offset !== undefined) this.lastTime += (offset - (this.lastTime & 31) + 32) & 31;
    if (places === undefined) return undefined;
    const values = Array.from<number | undefined>({ length: wishes });
    for (const place of places) values[place.wish] = this.number(start + place.offset, place.size, isLittle);
    if (timeWish >= 0 && offset !== undefined && written === undefined) values[timeWish] = this.lastTime;
    return { kind, values };
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
 * The wanted messages of a FIT file in their order, or why it is no whole file. A reader of our own, because the
 * libraries copy every field of every second; it takes numbers of 1, 2 and 4 bytes without a sign and nothing else.
 */
export function fitMessages(bytes: Uint8Array, wish: FitWish): readonly FitMessage[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = bytes[FIRST.size] ?? 0;
  if (header < 12 || bytes.length < header || view.getUint32(FIRST.signature) !== SIGNATURE)
    return "this is no FIT file";
  const end = header + view.getUint32(FIRST.dataSize, true);
  if (end + CHECKSUM > bytes.length) return "this FIT file is cut off";
  if (crcOf(bytes.subarray(0, end)) !== view.getUint16(end, true)) return "this FIT file is damaged";
  const cursor = new Cursor(bytes, header, end);
  const messages: FitMessage[] = [];
  try {
    for (let message = cursor.next(wish); message !== undefined; message = cursor.next(wish)) messages.push(message);
  } catch (error) {
    if (error instanceof RangeError) return `this FIT file is damaged: ${error.message}`;
    throw error;
  }
  return messages;
}
