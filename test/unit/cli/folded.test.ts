import { describe, expect, it } from "vitest";
import { folded } from "../../../src/cli/prompts/run-prompt.ts";

describe("a long line of the wizard", () => {
  it("goes on below the words of its first line", () => {
    expect(folded("  one two three four", 14)).toBe("  one two\n  three four");
    expect(folded("! one two three four", 14)).toBe("! one two\n  three four");
  });

  it("goes on below the column of a label", () => {
    expect(folded("  Ready now   one two three four", 28)).toBe("  Ready now   one two three\n              four");
    expect(folded("! Ready now   one two three four", 28)).toBe("! Ready now   one two three\n              four");
  });

  it("leaves no column on a screen that is too narrow for it", () => {
    expect(folded("  Ready now   one two three", 18)).toBe("  Ready now one\n  two three");
  });
});
