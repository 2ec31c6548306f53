import { fitCrc } from "../../../src/base/fit-crc.ts";
import { seededChance, type Chance } from "../../../src/base/chance.ts";
import { exportPlan } from "../../../src/export/export-plan.ts";
import { intervals, steady } from "../../support/a-plan.ts";
import { planWith } from "./a-ride.ts";

/** One ride in every format that we read, undamaged. */
export const sources = exportPlan(
  planWith({
    name: "Ride & <rest> ü",
    segments: [
      { type: "warmup", duration_min: 10, power_low_pct: 45, power_high_pct: 75, description: "Start" },
      intervals,
      { type: "free", duration_min: 5, description: "As you like" },
      steady(20, 65),
      { type: "cooldown", duration_min: 10, power_low_pct: 40, power_high_pct: 60, description: "End" },
    ],
  }),
  { formats: ["zwo", "erg", "mrc", "fit"] },
);

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const bytes = (source: string): Uint8Array => Buffer.from(source, "latin1");
const HUGE = ["1e309", "-1", "NaN", "99999999999999999999", "0x10", "1,5", "", "0", "Infinity", "١٢", "8.00001"];
const INSERTS = [
  "&",
  "<",
  ">",
  '"',
  "&#0;",
  "&#x1F600;",
  "&nbsp;",
  "<!--",
  "]]>",
  "<![CDATA[",
  "\u0000",
  "\r",
  "=",
  "[",
  "\t",
  "\ufeff",
  "<?x?>",
  "<!DOCTYPE a>",
  "<SteadyState/>",
  "[END COURSE DATA]",
  "LAP",
];

type Mutation = (source: Uint8Array, chance: Chance) => Uint8Array;

const at = (source: { readonly length: number }, chance: Chance): number => chance.at("at").below(source.length + 1);

const FIT_HEADER = 14;

/** Without right check sums a FIT file is refused before its content is looked at. */
function withCheckSum(file: Uint8Array): Uint8Array {
  const sum = fitCrc(file.subarray(0, -2));
  return Uint8Array.from([...file.subarray(0, -2), sum & 255, sum >> 8]);
}

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  truncated: (source, chance) => source.slice(0, at(source, chance)),
  headless: (source, chance) => source.slice(at(source, chance)),
  "a byte changed": (source, chance) =>
    source.map((byte, i) => (i === at(source, chance) ? byte ^ (1 + chance.below(255)) : byte)),
  "some bytes changed": (source, chance) =>
    source.map((byte, i) => (chance.at(`change-${i}`).below(200) === 0 ? chance.at(`to-${i}`).below(256) : byte)),
  "a byte changed and the check sum put right": (source, chance) => {
    const place = FIT_HEADER + chance.at("at").below(source.length - FIT_HEADER - 2);
    return withCheckSum(source.map((byte, i) => (i === place ? chance.at("to").below(256) : byte)));
  },
  "some bytes changed and the check sum put right": (source, chance) =>
    withCheckSum(
      source.map((byte, i) =>
        i >= FIT_HEADER && chance.at(`change-${i}`).below(150) === 0 ? chance.at(`to-${i}`).below(256) : byte,
      ),
    ),
  "something put in": (source, chance) => {
    const place = at(source, chance);
    const insert = INSERTS[chance.at("insert").below(INSERTS.length)]!;
    return bytes(text(source).slice(0, place) + insert + text(source).slice(place));
  },
  "a number changed": (source, chance) => {
    const numbers = Array.from(text(source).matchAll(/\d+(?:\.\d+)?/g));
    const chosen = numbers[chance.at("number").below(Math.max(1, numbers.length))];
    if (chosen === undefined) return source;
    const other = HUGE[chance.at("huge").below(HUGE.length)]!;
    return bytes(text(source).slice(0, chosen.index) + other + text(source).slice(chosen.index + chosen[0].length));
  },
  "a line twice, or gone": (source, chance) => {
    const lines = text(source).split("\n");
    lines.splice(
      chance.at("line").below(lines.length),
      chance.at("gone").below(2),
      ...(chance.at("twice").below(2) === 0 ? [] : [lines[chance.at("which").below(lines.length)]!]),
    );
    return bytes(lines.join("\n"));
  },
  "another encoding": (source, chance) => {
    const plain = new TextDecoder().decode(source);
    const utf16 = Buffer.from(`\ufeff${plain}`, "utf16le");
    return [
      utf16,
      utf16.subarray(2),
      Buffer.from(utf16).swap16(),
      Buffer.from(plain, "latin1"),
      utf16.subarray(0, utf16.length - 1),
    ][chance.at("which").below(5)]!;
  },
  "deep nesting": (source, chance) => {
    const depth = 1 + chance.at("depth").below(5000);
    return bytes(
      text(source)
        .replace("<workout>", `<workout>${"<a>".repeat(depth)}`)
        .replace("[COURSE DATA]", "[COURSE DATA]\n".repeat(depth)),
    );
  },
  "very long": (source, chance) =>
    bytes(text(source).replace(/Duration="600"|10\.00/, (found) => found + "0".repeat(chance.at("zeros").below(5000)))),
};

/** A file that something happened to; the same number, the same damage. */
export function damagedFile(i: number) {
  const kinds = Object.keys(MUTATIONS);
  const chance = seededChance(`mutation-${i}`);
  const source = sources[i % sources.length]!;
  const kind = kinds[chance.at("kind").below(kinds.length)]!;
  return {
    name: source.path,
    format: source.format,
    bytes: MUTATIONS[kind]!(source.bytes, chance),
    what: `mutation ${i}, ${source.format} ${kind}`,
  };
}
