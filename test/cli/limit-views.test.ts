import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { flat, runCli } from "./run-cli.ts";

const HEINZ = [
  "generate", "--today", "2026-11-29", "--seed", "s", "--plan-id", "heinz", "--goal", "Feel fit for the Dolomites",
  "--event-date", "2027-06-05", "--event-type", "multi_day", "--event-hours", "4.5", "--train-by", "heart_rate",
  "--max-hr", "152", "--max-heart-rate", "125", "--age", "61", "--health", "heart,beta-blockers,no-symptoms",
  "--hours", "4", "--recent-hours", "3", "--longest-ride", "115", "--days", "tue,thu,sat", "--experience",
  "intermediate",
]; // prettier-ignore
const LIMIT = "nothing above a feel of 3 of 10 and no heart rate above 125";

describe("what holds a rider back", () => {
  it("stands in every view of a day and a week, on rest days too, on the page, on paper and in the calendar", async () => {
    const { cwd, code, err } = await runCli(HEINZ);
    expect({ code, err }).toMatchObject({ code: 0 });
    for (const args of [
      ["today", "heinz", "--today", "2026-12-29"],
      ["today", "heinz", "--today", "2026-12-30"],
      ["today", "heinz", "--today", "2026-12-01"],
      ["today", "heinz", "--today", "2027-06-05"],
      ["today", "heinz", "--today", "2026-12-29", "--week"],
      ["today", "heinz", "--today", "2026-12-29", "--full"],
      ["show", "heinz", "week", "2"],
      ["show", "heinz", "--day", "2026-12-30", "--full"],
    ]) {
      const { out } = await runCli(args, { cwd });
      const lines = flat(out);
      expect(lines, args.join(" ")).toContain(LIMIT);
    }
    await runCli(["export", "heinz", "--format", "ics,html", "--out", "x", "--today", "2026-12-01"], { cwd });
    const folder = join(cwd, "x");
    const calendar = (await readFile(join(folder, "heinz.ics"), "utf8")).replace(/\r\n /g, "");
    const entries = calendar.split("BEGIN:VEVENT").slice(1);
    expect(entries.filter((entry) => !entry.includes(LIMIT))).toEqual([]);
    const page = await readFile(join(folder, "heinz.html"), "utf8");
    const [, paper = ""] = page.split('class="sheet');
    expect(page.split('class="sheet')[0]).toContain(LIMIT);
    expect(paper).toContain(LIMIT);
    // The page is for whoever sees it: it holds no more than the limit.
    expect(page.split("<details class=safe")[0]).not.toMatch(/doctor|heart disease|stent/i);
  });
});
