/**
 * A text as a reader takes it in who passes over everything but letters and digits, in lower case, and where each of them began
 * and ended in what it was read from.
 */
export interface AsMeant {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Gathers what is read of a text, never more characters than it has. */
class Gathered {
  private readonly codes: Uint16Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private length = 0;
  private readonly from: AsMeant;

  constructor(from: AsMeant) {
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

  done(): AsMeant {
    const text = new TextDecoder("utf-16le", { ignoreBOM: true }).decode(
      new Uint8Array(this.codes.buffer, 0, this.length * 2),
    );
    return { text, starts: this.starts, ends: this.ends };
  }
}

const [BACKSLASH, PERCENT, AMPERSAND, QUOTE, LESS, ESCAPE] = [0x5c, 0x25, 0x26, 0x22, 0x3c, 0x1b];
const ONE_UNIT = 0xffff;

/**
 * An escape of JSON or a program (`u0041`, `u{41}` or `x41` behind its backslash), of an address (`%41`, `%u0041`) or of a web
 * page (`&#65;`, `&#x41;`).
 */
const ESCAPED =
  /%?u(?<json>[0-9a-f]{4})|u\{0{0,8}(?<brace>[0-9a-f]{1,4})\}|x(?<short>[0-9a-f]{2})|%(?<percent>[0-9a-f]{2})|&#(?:x0{0,20}(?<hex>[0-9a-f]{1,4})|0{0,20}(?<decimal>\d{1,5}));?/iy;
/** Named signs of a web page: none of them is a letter of a key. */
const NAMED = /&([a-z][a-z0-9]{1,30});/iy;
/** Blanks as programs write them behind a backslash. */
const BLANKS = "nrtbfv";

interface Escape {
  /** Undefined where it stands for nothing that is read. */
  readonly code: number | undefined;
  readonly end: number;
}

/** The character that an escape at this place stands for, and where the escape ends; undefined where there is none. */
function escapeAt(text: string, at: number): Escape | undefined {
  ESCAPED.lastIndex = at;
  const match = ESCAPED.exec(text);
  if (match !== null) {
    const { json, brace, short, percent, hex, decimal } = match.groups ?? {};
    const digits = json ?? brace ?? short ?? percent ?? hex;
    const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
    if (code > ONE_UNIT) return undefined;
    // A byte of an address beyond ASCII is a part of a character, and no letter of its own.
    return { code: percent !== undefined && code > 0x7f ? undefined : code, end: at + match[0].length };
  }
  NAMED.lastIndex = at;
  const named = NAMED.exec(text);
  if (named === null) return undefined;
  return { code: named[1]?.toLowerCase() === "amp" ? AMPERSAND : undefined, end: at + named[0].length };
}

/** Takes escapes for what they stand for, once; backslashes before any other character are passed over. */
function unescaped(read: AsMeant): AsMeant {
  const { text } = read;
  const gathered = new Gathered(read);
  for (let at = 0; at < text.length;) {
    let next = at;
    while (text.charCodeAt(next) === BACKSLASH) next += 1;
    const first = text.charCodeAt(next);
    const isEscape = next > at || first === PERCENT || first === AMPERSAND;
    const escape = isEscape ? escapeAt(text, next) : undefined;
    const isBlank = next > at && escape === undefined && BLANKS.includes(text.charAt(next));
    if (escape !== undefined) {
      if (escape.code !== undefined) gathered.add(escape.code, at, escape.end);
    } else if (next < text.length && !isBlank) gathered.add(first, at, next + 1);
    at = escape?.end ?? next + 1;
  }
  return gathered.done();
}

/** What a letter or digit of ASCII is in lower case; a quote stays, for it parts what a file holds; 0 for all else. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return code === QUOTE ? QUOTE : /[0-9a-z]/i.test(char) ? char.toLowerCase().charCodeAt(0) : 0;
});

/** The end of a terminal's code such as `ESC [ 31 m`, behind what begins it. */
const CODE_END = /[0-?]{0,32}[ -/]{0,8}[@-~]/y;
const [C1_CODE, C1_TITLE] = [0x9b, 0x9d];
/** What a page does not draw, and what a terminal takes for a title or a link. */
const UNDRAWN: readonly RegExp[] = [
  /<[^<>]{0,300}>/y,
  // eslint-disable-next-line no-control-regex -- these are the characters to be passed over
  /(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]{0,2000}(?:\u0007|\u001b\\|\u009c)/y,
];
// eslint-disable-next-line no-control-regex -- these are the characters to be passed over
const MAY_BE_UNDRAWN = /[<\u009d\udb40]|\u001b\]/;
/** Letters that nobody sees, for tags of languages: each is a letter of ASCII in disguise. */
const TAGS = { from: 0xe0020, to: 0xe007e, base: 0xe0000 };

/** How many characters from here on are passed over as a whole. */
function passedAt(text: string, at: number, undrawn: RegExp | undefined): number {
  const code = text.charCodeAt(at);
  if (undrawn !== undefined && (code === LESS || code === ESCAPE || code === C1_TITLE)) {
    undrawn.lastIndex = at;
    const passed = undrawn.exec(text);
    if (passed !== null) return passed[0].length;
  }
  const begin = code === C1_CODE ? 1 : code === ESCAPE && text.charAt(at + 1) === "[" ? 2 : 0;
  if (begin === 0) return 0;
  CODE_END.lastIndex = at + begin;
  return begin + (CODE_END.exec(text)?.[0].length ?? 0);
}

/** Letters and digits, but those of Hangul that have no shape. */
const LETTER = /(?![\u115f\u1160])[\p{L}\p{N}]/u;

/** A letter of any alphabet, as it is spelt without marks, width and style; undefined for everything else. */
function letterOf(point: number, hasTags: boolean): number | undefined {
  if (hasTags && point >= TAGS.from && point <= TAGS.to) return PLAIN[point - TAGS.base];
  const [letter] = LETTER.exec(String.fromCodePoint(point).normalize("NFKD").toLowerCase()) ?? [];
  return letter?.charCodeAt(0);
}

/** Only letters and digits. `undrawn` is what is passed over beside. */
function lettersOf(read: AsMeant, undrawn?: RegExp): AsMeant {
  const { text } = read;
  const gathered = new Gathered(read);
  for (let at = 0; at < text.length;) {
    const passed = passedAt(text, at, undrawn);
    if (passed > 0) {
      at += passed;
      continue;
    }
    const point = text.codePointAt(at) ?? 0;
    const end = at + (point > ONE_UNIT ? 2 : 1);
    const letter = point < 0x80 ? PLAIN[point] : letterOf(point, undrawn !== undefined);
    if (letter !== undefined && letter !== 0) gathered.add(letter, at, end);
    at = end;
  }
  return gathered.done();
}

/** Escapes within escapes are read so often: JSON in JSON, an address in it. */
const TIMES = 6;

/** The ways in which a text may be taken in: as it stands, and each time its escapes are read once more. */
export function* asMeant(text: string): Generator<AsMeant> {
  const starts = Int32Array.from({ length: text.length }, (_, i) => i);
  let read: AsMeant = { text, starts, ends: starts.map((at) => at + 1) };
  for (let i = 0; ; i++) {
    yield lettersOf(read);
    if (MAY_BE_UNDRAWN.test(read.text)) for (const undrawn of UNDRAWN) yield lettersOf(read, undrawn);
    if (i === TIMES || !/[\\%&]/.test(read.text)) return;
    const next = unescaped(read);
    if (next.text === read.text) return;
    read = next;
  }
}

/** A word as `asMeant` leaves it where nothing in it is escaped. */
export const lettersIn = (word: string): string =>
  Array.from(word.normalize("NFKD").toLowerCase())
    .filter((char) => LETTER.test(char))
    .join("");
