import { expect, it } from "vitest";
import { extractJson } from "../../../src/coach/extract-json.ts";

const GOOD = { weeks: [{ kind: "base {", minutes: 3 }] };
const TEXT = JSON.stringify(GOOD);

it.each([
  ["fences", `\`\`\`json\n${TEXT}\n\`\`\``],
  ["braces in prose before it", `Use {this} and { that: ${TEXT}`],
  ["another object before it", `First {"a": 1}, then:\n${TEXT}`],
  ["braces behind it", `${TEXT} and {so on}`],
  [
    "thoughts with an object",
    `<think>{"weeks": [], "maybe": "it is longer than the answer, but only thought of"}</think>${TEXT}`,
  ],
  ["thoughts of another name", `<reasoning>{"weeks": "none at all, or so I thought to begin with"}</reasoning>${TEXT}`],
  [
    "thoughts whose opening tag was kept back",
    `{"draft": "a long one that was thrown away, word by word"}</think>${TEXT}`,
  ],
  ["comments and commas", TEXT.replace("3", "3 /* three */,")],
])("finds an object with %s", (_, text) => {
  expect(extractJson(text)).toEqual(GOOD);
});

it.each(["", "{", "no", "{it}", TEXT.slice(0, -2), `{"weeks": [{"kind": "base", "minutes": 3}, {"ki`])(
  "finds none in %j",
  (text) => {
    expect(extractJson(text)).toBeUndefined();
  },
);

it("does not look for ever behind a flood of braces", () => {
  const begin = performance.now();
  expect(extractJson("{".repeat(1_000_000))).toBeUndefined();
  expect(extractJson("{ ".repeat(500_000))).toBeUndefined();
  expect(performance.now() - begin).toBeLessThan(5000);
});
