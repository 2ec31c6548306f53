import { expect, it } from "vitest";
import { seededChance, type Chance } from "../../../src/base/chance.ts";
import { canonicalJson, isSameJson } from "../../../src/base/json.ts";

const LEAVES = [0, 1, "", "a", true, null, undefined];

/** A small value: many of them are alike. */
function drawn(at: Chance, depth = 0): unknown {
  const kind = at.below(depth > 2 ? 2 : 4);
  if (kind < 2) return LEAVES[at.at("leaf").below(LEAVES.length)];
  const parts = Array.from({ length: at.at("length").below(3) }, (_, i) => drawn(at.at(`part-${i}`), depth + 1));
  if (kind === 2) return parts;
  const keys = at.at("order").below(2) === 0 ? ["x", "y"] : ["y", "x"];
  return Object.fromEntries(parts.map((part, i) => [keys[i] ?? "z", part]));
}

it("finds the same values the same as their one text does", () => {
  const values = Array.from({ length: 300 }, (_, i) => drawn(seededChance(`same-json/${i}`)));
  let same = 0;
  for (const a of values)
    for (const b of values) {
      const isSame = canonicalJson(a) === canonicalJson(b);
      if (isSame) same += 1;
      if (isSameJson(a, b) !== isSame) expect({ a, b, isSame }).toBe("told apart by their text alone");
    }
  expect(same).toBeGreaterThan(values.length);
});
