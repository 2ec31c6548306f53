/** Keys and passwords of this run: each is added where it is read, and nothing that leaves the program may hold one. */
const known = new Set<string>();

const MARK = "[key]";
/** Shorter texts are no secrets, and leaving them out would leave nothing to read. */
const SHORTEST = 4;
/** From this length on a text is no word by chance, however it is split or encoded. */
const SHORTEST_HIDDEN = 12;

/** Adds words that stand in no output and in no file from now on. */
export function keepSecret(...secrets: readonly (string | undefined)[]): void {
  for (const secret of secrets) if (secret !== undefined && secret.trim().length >= SHORTEST) known.add(secret.trim());
}

/** A text as it is meant, and where each of its characters began and ended in what it was read from. */
interface Read {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Gathers what is read of a text, never more characters than it has. */
class Reading {
  private readonly codes: Uint16Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private length = 0;
  private readonly from: Read;

  constructor(from: Read) {
    this.from = from;
    const most = from.text.length;
    this.codes = new Uint16Array(most);
    this.starts = new Int32Array(most);
    this.ends = new Int32Array(most);
  }

  /** The characters from `at` to before `end` stand for this one. */
  add(code: number, at: number, end: number): void {
    this.codes[this.length] = code;
    this.starts[this.length] = this.from.starts[at] ?? 0;
    this.ends[this.length] = this.from.ends[end - 1] ?? 0;
    this.length += 1;
  }

  done(): Read {
    const text = new TextDecoder("utf-16le").decode(new Uint8Array(this.codes.buffer, 0, this.length * 2));
    return { text, starts: this.starts, ends: this.ends };
  }
}

const [BACKSLASH, PERCENT, AMPERSAND, ESCAPE] = [0x5c, 0x25, 0x26, 0x1b];
const ONE_UNIT = 0xffff;

/** An escape of JSON (`u0041` behind its backslash), of an address (`%41`) or of XML (`&#65;`, `&#x41;`). */
const ESCAPED = /u([0-9a-f]{4})|x([0-9a-f]{2})|%([0-9a-f]{2})|&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/iy;

/** The character that an escape at this place stands for, and where the escape ends; undefined where there is none. */
function escapeAt(text: string, at: number): { readonly code: number; readonly end: number } | undefined {
  ESCAPED.lastIndex = at;
  const match = ESCAPED.exec(text);
  if (match === null) return undefined;
  const [whole, json, short, percent, hex, decimal] = match;
  const digits = json ?? short ?? percent ?? hex;
  const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
  return code > ONE_UNIT ? undefined : { code, end: at + whole.length };
}

/** Takes escapes for what they stand for, once; backslashes before any other character are passed over. */
function unescaped(read: Read): Read {
  const { text } = read;
  const reading = new Reading(read);
  for (let at = 0; at < text.length;) {
    let next = at;
    while (text.charCodeAt(next) === BACKSLASH) next += 1;
    const first = text.charCodeAt(next);
    const isEscape = next > at || first === PERCENT || first === AMPERSAND;
    const escape = isEscape ? escapeAt(text, next) : undefined;
    if (escape !== undefined) reading.add(escape.code, at, escape.end);
    else if (next < text.length) reading.add(first, at, next + 1);
    at = escape?.end ?? next + 1;
  }
  return reading.done();
}

/** What may stand between two characters and is not seen: marks without a shape, blanks, what a terminal obeys. */
// eslint-disable-next-line no-control-regex -- these are the characters to be passed over
const UNSEEN = /[\s\u0000-\u001f\u007f-\u009f\p{Cf}\p{Cs}\u034f\u115f\u1160\u3164\uffa0]/u;
/** The end of a terminal's code such as `ESC [ 31 m`. */
const CODE_END = /\[[0-?]*[ -/]*[@-~]/y;

function seen(read: Read): Read {
  const { text } = read;
  const reading = new Reading(read);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code < 0x7f) reading.add(code, at, at + 1);
    else if (code === ESCAPE) {
      CODE_END.lastIndex = at + 1;
      at += CODE_END.exec(text)?.[0].length ?? 0;
    } else if (code > 0x7f) {
      const char = text[at] ?? "";
      // A letter of another width is the same letter.
      if (!UNSEEN.test(char)) reading.add(char.normalize("NFKC").charCodeAt(0), at, at + 1);
    }
  }
  return reading.done();
}

/** Escapes within escapes are read so often: JSON in JSON, an address in it. */
const TIMES = 3;

function readOf(text: string): Read {
  const starts = Int32Array.from({ length: text.length }, (_, i) => i);
  let read: Read = { text, starts, ends: starts.map((at) => at + 1) };
  for (let i = 0; i < TIMES && /[\\%&]/.test(read.text); i++) read = unescaped(read);
  return seen(read);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** What of a secret is seen in base64, wherever in a longer text it begins: the characters that hang on nothing around it. */
function inBase64(secret: string): string[] {
  const bytes = bytesOf(secret);
  return [0, 1, 2].flatMap((before) => {
    const text = base64(Uint8Array.from([...new Uint8Array(before), ...bytes]));
    const from = [0, 2, 3][before] ?? 0;
    const inner = text.slice(from, Math.floor(((before + bytes.length) * 8) / 6));
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

const inHex = (secret: string): string[] => {
  const hex = Array.from(bytesOf(secret), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex, hex.toUpperCase()];
};

const formsOf = (secret: string): string[] => [secret, encodeURIComponent(secret)];
/** A secret as the reading above leaves it, and encoded. */
const hiddenFormsOf = (secret: string): string[] => [readOf(secret).text, ...inBase64(secret), ...inHex(secret)];

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where any of these words stands. */
function placesOf({ text, starts, ends }: Read, words: readonly string[]): Range[] {
  const found: Range[] = [];
  for (const word of new Set(words)) {
    if (word.length < SHORTEST_HIDDEN) continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ start: starts[at] ?? 0, end: ends[at + word.length - 1] ?? 0 });
  }
  return found.sort((a, b) => a.start - b.start);
}

function without(text: string, ranges: readonly Range[]): string {
  let left = "";
  let from = 0;
  for (const { start, end } of ranges) {
    if (start >= from) left += text.slice(from, start) + MARK;
    from = Math.max(from, end);
  }
  return left + text.slice(from);
}

/**
 * A text without these secrets, otherwise as it was: as they are written, in an address, in base64 or hexadecimal, with
 * escapes of JSON or XML, and split by what is not seen.
 */
export function withoutSecrets(text: string, secrets: Iterable<string>): string {
  const all = [...secrets].filter((secret) => secret.length >= SHORTEST);
  if (all.length === 0) return text;
  const plain = all.flatMap(formsOf).reduce((left, secret) => left.replaceAll(secret, MARK), text);
  const long = all.filter((secret) => secret.length >= SHORTEST_HIDDEN);
  return long.length === 0 ? plain : without(plain, placesOf(readOf(plain), long.flatMap(hiddenFormsOf)));
}

/** A text on its way out of the program, without any secret of this run. */
export const letOut = (text: string): string => withoutSecrets(text, known);

/** True where bytes that are no text hold a secret of this run. */
export function holdSecret(bytes: Uint8Array): boolean {
  if (known.size === 0) return false;
  const text = new TextDecoder("latin1").decode(bytes);
  return letOut(text) !== text;
}
