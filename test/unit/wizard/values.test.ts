import { describe, expect, it } from "vitest";
import type { Ask } from "../../../src/wizard/prompter.ts";
import { play, STRAIGHT, type Played, type Script } from "./a-prompter.ts";

const draftOf = ({ outcome }: Played): Readonly<Record<string, unknown>> =>
  outcome.kind === "ready" ? outcome.state.draft : {};
const WHEN = "How many weeks, or which day?";
const WHICH = "Which do you mean?";
const played = (script: Script): Promise<Played> => play({ ...STRAIGHT, ...script });

describe("what a rider types in their own way", () => {
  it("has the day that was understood said", async () => {
    const { lines, ...rest } = await played({ [WHEN]: ["27/03/2027"] });
    expect(lines).toContainEqual(expect.stringContaining("Your event is on Sat 27 Mar 2027: 16 weeks from Mon 7 Dec."));
    expect(draftOf({ lines, ...rest })).toMatchObject({ hasEvent: true, eventDate: "2027-03-27" });
  });

  it("is asked about where it has two meanings, each by its name", async () => {
    const one = await played({ [WHEN]: ["03/04/2027"], [WHICH]: ["2027-03-04"] });
    expect(one.lines).toEqual(expect.arrayContaining([WHICH, "3 April 2027", "4 March 2027", "neither: ask again"]));
    expect(draftOf(one)).toMatchObject({ eventDate: "2027-03-04" });
  });

  it("is asked again where it meant neither", async () => {
    const one = await played({ [WHEN]: ["03/04/2027", "12"], [WHICH]: ["\n"] });
    expect(draftOf(one)).toMatchObject({ hasEvent: false, weeks: 12 });
    expect(one.lines.filter((line) => line.startsWith("expected"))).toEqual([]);
  });

  it("is no mistake where it has two meanings, and one where it has none", async () => {
    const verdicts: unknown[] = [];
    const ask = (question: Ask): Promise<string | undefined> => {
      if (question.message !== WHEN || question.kind !== "text")
        return Promise.resolve(question.kind === "choice" ? question.choices[0]?.value : undefined);
      verdicts.push(question.check("03/04/2027"), question.check("32/04/2027"));
      return Promise.resolve(undefined);
    };
    await play({}, { prompter: { say: () => undefined, ask } });
    expect(verdicts).toEqual([true, expect.stringContaining("expected 4 to 24 (weeks), or the day of your event")]);
  });

  it("may be days in other words, also of another language", async () => {
    const one = await played({ "Which days can you ride?": ["not mon, wed, fri"] });
    expect(one.lines).toContain("That is Tuesday, Thursday, Saturday and Sunday.");
    expect(draftOf(one)).toMatchObject({ days: ["tuesday", "thursday", "saturday", "sunday"] });
    const other = await played({ "Which days can you ride?": ["sa do"], [WHICH]: ["thu sat"] });
    expect(draftOf(other)).toMatchObject({ days: ["thursday", "saturday"] });
  });

  it("may be a weight in stones, and an FTP with its weight", async () => {
    const one = await played({
      "Anything else the plan should know?": ["weight", "0"],
      "Your weight?": ["11 st 4"],
      "Your FTP, in watts?": ["3.4 W/kg at 11 st 4"],
    });
    expect(draftOf(one)).toMatchObject({ ftp: 244, weight: 71.7 });
    expect(one.lines).toContain("That is 244 watts: 3.4 W/kg at 71.7 kg.");
  });

  it("looks back for what was done and ahead for what will be", async () => {
    const one = await played({
      "Anything else the plan should know?": ["more numbers", "times", "0"],
      "The day of your last FTP test?": ["last Tuesday"],
      "Days you cannot ride?": ["8-14 Feb"],
    });
    expect(draftOf(one)).toMatchObject({ lastTest: "2026-11-24", off: [{ from: "2027-02-08", to: "2027-02-14" }] });
    expect(one.lines).toContain("That is Tuesday, 24 November 2026.");
  });
});
