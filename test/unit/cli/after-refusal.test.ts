import { describe, expect, it } from "vitest";
import { afterRefusal } from "../../../src/cli/prompts/use-typed.ts";

/** A line of a terminal in memory. */
function lineWith(text: string) {
  const line = {
    line: text,
    clearLine: () => {
      line.line = "";
    },
    write: (more: string) => {
      line.line += more;
    },
  };
  return line;
}

describe("typing after a refusal", () => {
  it.each([
    ["a digit begins anew", "about 3, up to 53", "about 3, up to 5", "3"],
    ["a letter begins anew", "tue thu sometimest", "tue thu sometimes", "t"],
    ["Backspace mends what is there", "tue thu sometime", "tue thu sometimes", "tue thu sometime"],
    ["a blank goes on with it", "tue thu ", "tue thu", "tue thu "],
    ["an arrow and a letter in the middle mend it", "txue", "tue", "txue"],
    ["nothing was refused", "tuex", undefined, "tuex"],
  ])("%s", (_, now, refused, stands) => {
    const line = lineWith(now);
    expect(afterRefusal(line, refused)).toBe(stands);
    expect(line.line).toBe(stands);
  });
});
