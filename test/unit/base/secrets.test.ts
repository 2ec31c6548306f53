import { describe, expect, it } from "vitest";
import { withoutSecrets } from "../../../src/base/secrets.ts";

const KEY = "sk-live-AbC_123+/xyz9876543";
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const each = (write: (char: string) => string): string => Array.from(KEY).map(write).join("");
const code = (char: string, radix: number): string => char.charCodeAt(0).toString(radix);

const mathematical = (char: string): string =>
  /[a-z]/.test(char)
    ? String.fromCodePoint(0x1d41a + char.charCodeAt(0) - 97)
    : /[A-Z]/.test(char)
      ? String.fromCodePoint(0x1d400 + char.charCodeAt(0) - 65)
      : char;

/** A text as a reader gets it who undoes what programs do to texts. */
function read(text: string): string {
  let plain = text;
  for (let i = 0; i < 3; i++) {
    plain = plain
      .replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  // eslint-disable-next-line no-control-regex -- what a terminal obeys
  return plain.replace(/\u001b\[[0-9;]*m/g, "").replace(/[\s\u200b\u00ad\\]/g, "");
}

describe("a key", () => {
  it.each([
    ["as it is", KEY],
    ["in an address", encodeURIComponent(KEY)],
    ["wholly escaped for an address", each((char) => `%${code(char, 16)}`)],
    ["in base64", base64(KEY)],
    ["in base64 behind one byte", base64(`a${KEY} and more`)],
    ["in base64 behind two bytes", base64(`u:${KEY}`)],
    ["in base64 for addresses", Buffer.from(`x${KEY}`).toString("base64url")],
    ["in hexadecimal", Buffer.from(KEY).toString("hex")],
    ["in escapes of JSON", each((char) => `\\u${code(char, 16).padStart(4, "0")}`)],
    ["in JSON in JSON", JSON.stringify(JSON.stringify(each((char) => `\u200b${char}`)))],
    ["in references of XML", each((char) => `&#${code(char, 10)};`)],
    ["split by marks without a width", each((char) => `${char}\u200b`)],
    ["split by soft hyphens", each((char) => `${char}\u00ad`)],
    ["split by a colour", `${KEY.slice(0, 9)}\u001b[0m${KEY.slice(9)}`],
    ["split by a colour in JSON", JSON.stringify(`${KEY.slice(0, 9)}\u001b[31m${KEY.slice(9)}`)],
    ["split over lines", `${KEY.slice(0, 9)}\n  ${KEY.slice(9)}`],
    ["in base64 twice", base64(base64(KEY))],
    ["in base64 of two bytes a letter", Buffer.from(KEY, "utf16le").toString("base64")],
    [
      "in hexadecimal of any case",
      Buffer.from(KEY)
        .toString("hex")
        .replace(/[ace]/g, (char) => char.toUpperCase()),
    ],
    ["in hexadecimal by bytes", each((char) => `0x${code(char, 16)}, `)],
    ["in octal", each((char) => `\\${code(char, 8)}`)],
    ["in escapes of a program", each((char) => `\\u{${code(char, 16)}}`)],
    ["in references without an end", each((char) => `&#${code(char, 10)}`)],
    ["in references with noughts before", each((char) => `&#x00000${code(char, 16)};`)],
    ["in references within references", each((char) => `&amp;amp;#${code(char, 10)};`)],
    ["in an address four times over", each((char) => `%252525${code(char, 16)}`)],
    ["split by names of signs", `${KEY.slice(0, 9)}&ZeroWidthSpace;${KEY.slice(9)}`],
    ["split by tags", `<b>${KEY.slice(0, 9)}</b><i>${KEY.slice(9)}</i>`],
    ["split by a title of a terminal", `${KEY.slice(0, 9)}\u001b]0;x\u0007${KEY.slice(9)}`],
    ["in what a terminal would copy", `\u001b]52;c;${base64(KEY)}\u0007`],
    ["split by shapes of letters", each((char) => `${char}\ufe0f`)],
    ["under accents", each((char) => `${char}\u0301`)],
    ["split by a blank of Hangul", each((char) => `${char}\u3164`)],
    ["with dashes between", each((char) => `${char}-`)],
    ["with commas between", each((char) => `${char}, `)],
    ["in capitals", KEY.toUpperCase()],
    ["backwards", Array.from(KEY).reverse().join("")],
    ["without its end", KEY.slice(0, -3)],
    ["in bold letters of mathematics", each((char) => mathematical(char))],
    ["in wide letters", each((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))],
  ])("%s is taken out, and what stands around it stays", (_, hidden) => {
    const left = withoutSecrets(`before <${hidden}> behind`, [KEY]);
    expect(left).toMatch(/^before <.*\[key\].*> behind$/s);
    expect(read(left)).not.toContain(KEY);
    for (const part of [0, 1, 2].map((skip) => base64(KEY.slice(skip)).slice(0, 20))) expect(left).not.toContain(part);
  });

  it("leaves JSON that can be read", () => {
    const file = JSON.stringify({ a: `x${each((char) => `${char}\u0007`)}y`, b: [KEY, "\\", "%41", "ü🙂"] });
    expect(JSON.parse(withoutSecrets(file, [KEY]))).toEqual({ a: "x[key]\u0007y", b: ["[key]", "\\", "%41", "ü🙂"] });
  });

  it("is not put together over the strings of a file", () => {
    const halves = JSON.stringify(
      { [KEY.slice(0, 12)]: KEY.slice(12), list: Array.from(KEY), [KEY.slice(3, 9)]: 1 },
      null,
      2,
    );
    expect(withoutSecrets(halves, [KEY])).toBe(halves);
  });

  it("leaves every other text as it was", () => {
    const text = 'Ride "easy" \\ 50 % & más\u200b \u001b[1mbold\u001b[0m\n\ttab 🙂';
    expect(withoutSecrets(text, [KEY, "hunter2x"])).toBe(text);
  });

  it.each([
    ["backslashes", "\\".repeat(300_000)],
    ["codes of a terminal", "\u001b[".repeat(150_000)],
    ["escapes that are none", "%4\\u00&#".repeat(40_000)],
    ["beginnings of a key", KEY.slice(0, 20).repeat(15_000)],
  ])("is looked for in 300,000 %s in less than two seconds", (_, text) => {
    const begin = performance.now();
    withoutSecrets(text, [KEY]);
    expect(performance.now() - begin).toBeLessThan(2000);
  });

  it.each(["test", "none", "true", "Week", "ollama", "2026", "1234", "2026-12-01"])(
    "is nothing that stands in a plan as well: %s",
    (placeholder) => {
      const plan = '{"role":"test","isTrue":true,"at":"2026-12-01","tss":1234,"words":"none: Week 1, as ollama said"}';
      expect(withoutSecrets(plan, [placeholder])).toBe(plan);
    },
  );

  it.each(["secretkey", "EMPTY", "pass-word", "hunter2", "sk-1", "4a7d1ed414474e40"])(
    "may be as short as %s",
    (key) => {
      expect(withoutSecrets(`it said "${key}".`, [key])).toBe('it said "[key]".');
    },
  );
});
