import { chmod, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, FIVE, FIXED, flat, runCli, runProcess } from "./run-cli.ts";

/** Everything below a folder but the fixtures. */
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name !== "requests").sort();

/** The five flags with one of them changed. */
function five(flag: string, value: string): string[] {
  const args = [...FIVE];
  args[args.indexOf(flag) + 1] = value;
  return args;
}

const FOUR = FIVE.slice(0, -2);

describe("flags that cannot be used", () => {
  it.each([
    [five("--ftp", "0"), "--ftp: 0 -> expected 50 to 600 watts"],
    [five("--ftp", "2000"), "--ftp: 2000 -> expected 50 to 600 watts"],
    [five("--ftp", "strong"), "--ftp: strong -> expected 50 to 600 watts"],
    [five("--hours", "a lot"), '--hours: "a lot" -> expected 1.5 to 25 hours a week'],
    [five("--hours", "8-5"), "--hours: 8-5 -> expected the smaller number first, such as 5-8"],
    [five("--hours", "NaN"), "--hours: NaN -> expected 1.5 to 25 hours a week"],
    [five("--days", ","), "--days: , -> expected at least one day"],
    [five("--days", "someday"), "someday is no weekday"],
    [five("--experience", "pro"), "--experience: pro -> expected a level: beginner, intermediate or advanced"],
    [five("--weeks", "3"), "--weeks: 3 -> expected a whole number from 4 to 24 weeks"],
    [five("--weeks", "25"), "--weeks: 25 -> expected a whole number from 4 to 24 weeks"],
    [five("--weeks", "8.5"), "--weeks: 8.5 -> expected a whole number"],
    [[...FOUR, "--event-date", "2027-02-30"], "--event-date: 2027-02-30 -> expected a day that exists"],
    [
      [...FOUR, "--event-date", "2026-11-30"],
      "--event-date: 2026-11-30 -> expected 2026-12-01 or later: that day is past",
    ],
    [[...FIVE, "--event-type", "centruy"], "did you mean century?"],
    [[...FIVE, "--event-type", "century"], "expected the day of the event as well"],
    [
      [...FOUR, "--event-date", "2027-03-14", "--event-hours", "200"],
      "--event-hours: 200 -> expected 0.05 to 80 hours",
    ],
    [[...FOUR, "--event-date", "2027-03-14", "--event-days", "2.5"], "--event-days: 2.5 -> expected a whole number"],
    [[...FIVE, "--weight", "20"], "--weight: 20 -> expected 35 to 200 kg"],
    [[...FIVE, "--weight", "36"], "expected 0.8 to 7.0 W/kg; 265 W at 36 kg is 7.4 W/kg"],
    [[...FIVE, "--max-hr", "90"], "--max-hr: 90 -> expected 120 to 220 beats a minute"],
    [[...FIVE, "--max-hr", "130", "--age", "25"], "--max-hr: 130 -> expected within 40 beats of the usual"],
    [[...FIVE, "--max-hr", "186", "--lthr", "185"], "--lthr: 185 -> expected 140 to 180"],
    [[...FIVE, "--age", "17"], "plans are made for riders of 18 and over"],
    [[...FIVE, "--sex", "x"], "--sex: x -> expected female or male"],
    [[...FIVE, "--minutes", "tue=a"], "--minutes: tue=a -> expected whole minutes per weekday"],
    [[...FIVE, "--longest-ride", "2000"], "--longest-ride: 2000 -> expected 0 to 1440 minutes"],
    [[...FIVE, "--ctl", "500"], "--ctl: 500 -> expected 0 to 200"],
    [[...FIVE, "--last-test", "2027-01-01"], "--last-test: 2027-01-01 -> expected 2026-12-01 or earlier"],
    [[...FIVE, "--strength", "3"], "--strength: 3 -> expected 0, 1 or 2 sessions a week"],
    [[...FIVE, "--off", "2027-02-14..2027-02-08"], "expected the earlier day first"],
    [[...FIVE, "--start", "2026-11-30"], "--start: 2026-11-30 -> expected 2026-12-01 or later"],
    [[...FIVE, "--target-ftp", "2"], "--target-ftp: 2 -> expected 50 to 750 watts"],
    [[...FIVE, "--today", "2027-02-30"], "--today: 2027-02-30 -> expected a day that exists"],
    [[...FIVE, "--plan-id", "a/b"], "it holds a slash"],
    [[...FIVE, "--plan-id", "../b"], "it holds a slash"],
    [[...FIVE, "--plan-id", "a..b"], "it holds two dots in a row"],
    [[...FIVE, "--plan-id", "NUL"], "Windows keeps that name for a device"],
    [[...FIVE, "--plan-id", "x".repeat(101)], "it has more than 100 characters"],
    [[...FIVE, "--out", ""], '--out: "" -> expected a path'],
  ])("%j: exit 2, %s", async (args, says) => {
    const { cwd, code, out, err } = await runCli(["generate", ...FIXED, ...args]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(flat(err)).toContain(says);
    expect(err).toMatch(/^error {2}[\s\S]*\ntry {4}.+\n[\s\S]*No file was changed\.\n$/);
    expect(await filesIn(cwd)).toEqual([]);
  });

  it("are all named at once, as JSON too", async () => {
    const args = ["generate", ...FIXED, "--ftp", "0", "--hours", "x", "--json"];
    const { code, out, err } = await runCli(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    const { error } = JSON.parse(err) as { error: { code: string; details: { problems: { field: string }[] } } };
    expect(error.code).toBe("INPUT_INVALID");
    expect(error.details.problems.map(({ field }) => field).sort()).toEqual([
      "--days",
      "--experience",
      "--ftp",
      "--hours",
      "--weeks or --event-date",
    ]);
  });
});

describe("time that does not fit", () => {
  it("less than four weeks to the event: exit 4, says what is possible, writes nothing", async () => {
    const { cwd, code, err } = await runCli(["generate", ...FIXED, ...FOUR, "--event-date", "2026-12-20"]);
    expect(code).toBe(4);
    expect(flat(err)).toContain("error The event on 20 Dec 2026 is too close");
    expect(flat(err)).toContain("28 Dec 2026");
    expect(flat(err)).toContain("No plan was written.");
    expect(await filesIn(cwd)).toEqual([]);
  });
});

describe("limits that contradict each other", () => {
  it("more than twice the hours of now: exit 4 with the way out, and a record that says so", async () => {
    const { cwd, code, err } = await runCli([
      "generate",
      ...FIXED,
      ...FIVE,
      "--recent-hours",
      "3",
      "--plan-id",
      "mine",
    ]);
    expect(code).toBe(4);
    expect(flat(err)).toMatch(
      /No plan yet: 8 h a week is more than twice the 3 h you ride now.*--accept-ramp.*No plan was written/,
    );
    expect(await readdir(join(cwd, "plans"))).toEqual(["mine_job.json"]);
  });
});

describe("request files that cannot be used", () => {
  it.each([
    ["{", "rider.json is not JSON: line 1, column 2"],
    ["", "rider.json is empty"],
    ["ftp: 265", "rider.json is not JSON: line 1, column 1: expected a value"],
    ['{"profile": {"ftp": NaN}}', "line 1, column 21: expected a value"],
    ["[]", "expected an object with profile and timeline"],
    ['{"profile": {"ftp": "strong"}}', "profile.ftp: strong -> expected 50 to 600 watts"],
    ['{"profile": {"ftp": [265]}}', "profile.ftp: a list -> expected 50 to 600 watts"],
    ['{"profile": {"ftp": 1e999}}', "profile.ftp: Infinity -> expected 50 to 600 watts"],
    ['{"profile": {"fpt": 265}}', "profile.fpt: unknown key -> did you mean ftp?"],
    ['{"profile": {"__proto__": {"ftp": 265}}}', "profile.__proto__: unknown key"],
    ['{"profile": {"ftp": 265}, "timeline": {"weeks": 12}}', "weeklyHours (or --hours): missing"],
    [
      '{"athlete_profile": {"ftp": 265, "training_availability": {"week_days": []}}}',
      "week_days: an empty list -> expected at least one day",
    ],
    [
      '{"profile": {}, "timeline": {"hasEvent": true, "eventDate": "2027-02-30"}}',
      "timeline.eventDate: 2027-02-30 -> expected a day that exists",
    ],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "rider.json is not a text file"],
    ["[".repeat(200_000), "is nested deeper than 100 levels"],
  ])("%# %s", async (content, says) => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "rider.json"), content);
    const { code, out, err } = await runCli(["generate", ...FIXED, "--profile", "rider.json"], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(flat(err)).toContain(says);
    expect(err).toContain("No file was changed.");
    expect(await filesIn(cwd)).toEqual(["rider.json"]);
  });

  it.each([
    [["--profile", "none.json"], "there is no such file"],
    [["--profile", "requests"], "it is a directory"],
    [["--profile", "-", "--overview", "-"], "not both"],
  ])("%j", async (args, says) => {
    const { code, err } = await runCli(["generate", ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(/^error {2}/);
    expect(flat(err)).toContain(says);
  });

  it("standard input without JSON", async () => {
    const { code, err } = await runCli(["generate", "--profile", "-"], { input: "hello" });
    expect(code).toBe(2);
    expect(err).toContain("standard input is not JSON: line 1, column 1");
  });
});

describe("places that cannot be written", () => {
  const generateInto = (out: string): string[] => ["generate", ...FIXED, ...FIVE, "--out", out];

  it("below a file", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "file"), "mine");
    const { code, err } = await runCli(generateInto("file/plans"), { cwd });
    expect(code).toBe(2);
    expect(flat(err)).toMatch(/error .*file.* cannot be written: part of the path is a file/);
    expect(await readFile(join(cwd, "file"), "utf8")).toBe("mine");
  });

  // Root may write everywhere: there the process runs as nobody.
  const isRoot = process.getuid?.() === 0;
  it.skipIf(process.platform === "win32")("a directory that is not ours", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "locked"), { mode: 0o555 });
    await chmod(cwd, 0o755);
    const options = isRoot ? { uid: 65534, gid: 65534 } : {};
    for (const out of ["locked", "locked/deeper"]) {
      const { code, err } = await runProcess(generateInto(out), { cwd, ...options });
      expect({ out, code }).toEqual({ out, code: 2 });
      expect(flat(err)).toContain(
        "cannot be written: you may not write there. try Choose another directory, or change",
      );
    }
    expect(await readdir(join(cwd, "locked"))).toEqual([]);
    await chmod(join(cwd, "locked"), 0o755);
  });

  it.skipIf(process.platform === "win32")(
    "a disk that takes only small files: a failed record, no half-written file",
    async () => {
      const cwd = await aPlace();
      const { execa } = await import("execa");
      const { BIN, cleanEnv } = await import("./run-cli.ts");
      // 4 blocks: room for the record, none for a week.
      const line = `ulimit -f 4; exec "$0" "$@"`;
      const args = [
        "-c",
        line,
        process.execPath,
        BIN,
        "generate",
        ...FIXED,
        ...FIVE,
        "--out",
        "plans",
        "--plan-id",
        "mine",
      ];
      const ran = await execa("bash", args, { cwd, reject: false, extendEnv: false, env: cleanEnv(cwd) });
      expect(ran.exitCode).toBe(2);
      expect(flat(ran.stderr)).toContain("cannot be written: the system allows no file of that size");
      expect(await readdir(join(cwd, "plans"))).toEqual(["mine_job.json"]);
      expect(JSON.parse(await readFile(join(cwd, "plans", "mine_job.json"), "utf8"))).toMatchObject({
        status: "failed",
      });
    },
  );

  it("a directory that is missing is made", async () => {
    const { cwd, code } = await runCli(["generate", ...FIXED, ...FIVE, "--out", "a/b/c", "--plan-id", "mine"]);
    expect(code).toBe(0);
    expect(await readdir(join(cwd, "a", "b", "c"))).toContain("mine_plan.json");
  });

  it("a plan that exists stays as it is", async () => {
    const args = ["generate", ...FIXED, ...FIVE, "--plan-id", "mine"];
    const { cwd } = await runCli(args);
    const before = await readFile(join(cwd, "plans", "mine_plan.json"), "utf8");
    const again = await runCli([...args, "--goal", "another"], { cwd });
    expect(again.code).toBe(2);
    expect(flat(again.err)).toContain(
      "already holds a plan mine. try Choose another --plan-id or --out, or replace the plan with --force.",
    );
    expect(await readFile(join(cwd, "plans", "mine_plan.json"), "utf8")).toBe(before);
    const forced = await runCli([...args, "--goal", "another", "--force"], { cwd });
    expect(forced.code).toBe(0);
    expect(await readFile(join(cwd, "plans", "mine_plan.json"), "utf8")).not.toBe(before);
  });
});

describe("implausible but possible values warn", () => {
  it.each([
    [["--weight", "45"], "5.9 W/kg"],
    [["--max-hr", "155", "--age", "25"], "Maximum heart rate 155 is unusual"],
    [["--recent-hours", "5"], "You ride 5 h a week now"],
    [["--age", "67"], "have a doctor check you"],
  ])("%j: %s", async (args, says) => {
    const { code, out } = await runCli(["generate", ...FIXED, ...FIVE, ...args, "--dry-run", "--json"]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { warnings: string[] }).warnings.join(" ")).toContain(says);
  });
});
