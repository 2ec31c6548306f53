import { describe, expect, it } from "vitest";
import { failureText } from "../../../src/cli/failure-text.ts";

const typed = (...argv: string[]) => ({ argv, platform: "linux" });
const MESSAGE = "10 hours a week is more than twice the 3 you ride now.";
const refused = (changes: unknown) =>
  ({ code: "NOT_FEASIBLE", message: MESSAGE, hint: "Each of these works.", details: { changes } }) as const;

describe("a failed run in words", () => {
  it("says what is wrong and what to try, each under its first word", () => {
    const text = failureText({ code: "INPUT_INVALID", message: "a ".repeat(60).trim(), hint: "Say it again." });
    expect(text).toMatch(/^error {2}a a [^\n]*\n {7}a a [^\n]*\ntry {4}Say it again\.\nNo file was changed\.\n$/);
  });

  it("does not speak of files where the command writes none", () => {
    const failure = { code: "INPUT_INVALID", message: "There is no 31 Feb.", hint: "Name another day." } as const;
    expect(failureText(failure, typed("show", "31", "feb"))).toBe(
      "error  There is no 31 Feb.\ntry    Name another day.\n",
    );
  });

  it("gives each way out of a refusal as a command to paste, in place of what it replaces", () => {
    const changes = [{ text: "5.5 hours a week instead of 10", flags: "--hours 5.5" }];
    const text = failureText(refused(changes), typed("generate", "--hours=10", "--profile", "my rider.json"));
    expect(text).toContain(
      `No plan yet: ${MESSAGE}\n\nWhat works, each tried just now\n  5.5 hours a week instead of 10:\n`,
    );
    expect(text).toContain("\n    cycling-plan generate --profile 'my rider.json' --hours 5.5\n");
    expect(text).toMatch(/\n\nNo plan was written\.\n$/);
  });

  it("names the flags alone where the whole command is longer than a line, or they are no flags", () => {
    const changes = [
      { text: "two more", flags: "--weeks 14" },
      { text: "rest first", flags: "atl left out of the request" },
    ];
    const text = failureText(refused(changes), typed("generate", "--goal", "x".repeat(70)));
    expect(text).toContain("\n    your command with --weeks 14\n");
    expect(text).toContain("\n    your command with atl left out of the request\n");
  });
});
