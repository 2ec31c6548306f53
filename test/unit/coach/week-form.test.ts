import { describe, expect, it } from "vitest";
import { readWeek, weekForm } from "../../../src/coach/week-form.ts";

const ride = { d: "thu", n: "Eights", t: "Hold it.", w: [12, 50, 75], s: [[4, 480, 96, 180, 55], [1, 0, 62]], c: [8, 60, 45] }; // prettier-ignore

describe("a week as a model writes it", () => {
  it("is read as it is", () => {
    expect(weekForm([1, 3]).safeParse({ rides: [ride] }).success).toBe(true);
    expect(readWeek({ rides: [ride] })).toEqual({
      problems: [],
      sessions: [
        {
          at: 0,
          weekday: 3,
          name: "Eights",
          note: "Hold it.",
          warmUp: { seconds: 720, from: 50, to: 75 },
          rows: [
            { sets: 4, seconds: 480, percent: 96, restSeconds: 180, restPercent: 55 },
            { sets: 1, seconds: 0, percent: 62, restSeconds: 0, restPercent: 0 },
          ],
          coolDown: { seconds: 480, from: 60, to: 45 },
        },
      ],
    });
  });

  it("may hold its numbers as text, its lists as text, long days, and a row outside of a list", () => {
    const odd = { ...ride, d: "Thursday", w: ["12", "50", "75"], s: "[4, 480, 96, 180, 55]", c: [] };
    const { sessions, problems } = readWeek({ rides: [odd] });
    expect(problems).toEqual([]);
    expect(sessions[0]).toMatchObject({ weekday: 3, warmUp: { seconds: 720 }, coolDown: undefined });
    expect(sessions[0]?.rows).toHaveLength(1);
  });

  const WRONG: readonly [string, unknown, string][] = [
    ["no object", 3, "the answer is no JSON object with rides"],
    ["no rides", {}, "rides: expected a list with one entry for each ride"],
    ["a ride that is none", { rides: [7] }, "rides[0]: expected an object"],
    ["a day that is none", { rides: [{ ...ride, d: "someday" }] }, "rides[0].d: expected a day such as tue"],
    ["a day twice", { rides: [ride, ride] }, "rides[1].d: the day is there twice"],
    ["300 % of FTP", { rides: [{ ...ride, s: [[1, 60, 300]] }] }, "rides[0].s[0]: expected [sets, seconds, percent]"],
    ["26 hours", { rides: [{ ...ride, s: [[1, 93_600, 60]] }] }, "rides[0].s[0]: expected"],
    ["negative minutes", { rides: [{ ...ride, w: [-10, 50, 70] }] }, "rides[0].w: expected minutes"],
    ["no end", { rides: [{ ...ride, s: [[1, Infinity, 60]] }] }, "rides[0].s[0]: expected"],
    ["efforts of no time", { rides: [{ ...ride, s: [[4, 0, 100, 60, 50]] }] }, "rides[0].s[0]: expected"],
    ["no rows", { rides: [{ ...ride, s: [] }] }, "rides[0].s: expected rows"],
    ["a hundred rows", { rides: [{ ...ride, s: Array(100).fill([1, 60, 60]) }] }, "rides[0].s: 100 rows, at most 30"],
  ];
  it.each(WRONG)("%s is said with its field", (_name, value, said) => {
    expect(readWeek(value).problems.join("\n")).toContain(said);
  });
});
