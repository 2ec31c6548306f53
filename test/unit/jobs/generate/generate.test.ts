import type { CompiledPlan } from "../../../../src/jobs/compile/compile.ts";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRequest } from "../../../../src/athlete/parse-request.ts";
import { PlanError } from "../../../../src/base/errors.ts";
import { dryRun, generatePlan, type GeneratePorts } from "../../../../src/jobs/generate/generate.ts";
import { newRun, type PlanRun } from "../../../../src/jobs/generate/job-record.ts";
import { newTask } from "../../../../src/jobs/generate/new-task.ts";
import type { PlanTask } from "../../../../src/plan/task.ts";
import { jobSchema, planFileSchema, type Overview, type WeekFile } from "../../../../src/plan/schema.ts";
import { aPlan } from "../../../support/a-plan.ts";
import { aFolder, namesIn } from "../../storage/a-folder.ts";

const FILES = ["job", "overview", "plan", "profile", "request", "week_1", "week_2", "week_3", "week_4"].map(
  (name) => `mine_${name}.json`,
);

const compile = ({ planId, askedAt, request, assumptions }: PlanTask): CompiledPlan => {
  const plan = aPlan({ profile: { ftp: request.profile.ftp, assumptions: [...assumptions] } });
  const { weekly_plan: weeks, ...head } = { ...plan.training_plan, plan_id: planId };
  const overview: Overview = { ...head, weekly_overview: [] };
  const files = weeks.map((week): WeekFile => ({ ...week, schema_version: "1", plan_id: planId }));
  return {
    overview,
    weeks: files,
    plan: {
      training_plan: { ...head, weekly_plan: weeks },
      ai_metadata: { ...plan.ai_metadata, generated_at: askedAt },
    },
  };
};

const ports = (change: Partial<GeneratePorts> = {}): GeneratePorts => ({
  compile,
  library: () => Promise.resolve({ version: "1.0.0", workouts: [] }),
  now: () => "2026-12-01T00:00:00Z",
  isCancelled: () => false,
  ...change,
});

interface Wish extends Partial<Omit<PlanTask, "planId">> {
  readonly planId?: string | undefined;
  readonly force?: boolean;
}

/** A run that writes into a directory. */
function aRun(directory: string, { planId = "mine", force = false, ...change }: Wish = {}): PlanRun {
  const flags = { ftp: "265", hours: "12+", days: "tue,sat", experience: "beginner", weeks: "4" };
  const parsed = parseRequest({ flags }, "2026-12-01");
  const asked = { ...parsed, askedAt: "2026-12-01T00:00:00Z", today: "2026-12-01", seed: "s", ...change } as const;
  const how = { directory, force, isFixed: false, ownLibrary: undefined, model: undefined };
  return newRun(newTask(asked, planId === "" ? undefined : planId), how);
}

const json = async (directory: string, name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(directory, name), "utf8"));
const job = async (directory: string) => jobSchema.parse(await json(directory, "mine_job.json"));
const infeasible = () => {
  throw new PlanError({ code: "NOT_FEASIBLE", message: "Two days are too few.", hint: "Add a day." });
};

describe("a plan that works", () => {
  it("is written with its record, whole, and nothing beside it", async () => {
    const folder = join(await aFolder(), "new", "plans");
    const result = await generatePlan(aRun(folder), ports());
    expect(await namesIn(folder)).toEqual(FILES);
    expect(result.files.map((file) => file.slice(folder.length + 1))).toEqual([
      "mine_job.json", "mine_profile.json", "mine_request.json", "mine_overview.json", "mine_week_1.json", "mine_week_2.json", "mine_week_3.json",
      "mine_week_4.json", "mine_plan.json",
    ]); // prettier-ignore
    expect(planFileSchema.parse(await json(folder, "mine_plan.json"))).toEqual(result.plan);
    expect(await job(folder)).toMatchObject({
      id: expect.stringMatching(/^plan_1796083200_[a-z2-9]{8}$/) as unknown,
      status: "completed",
      completed_at: "2026-12-01T00:00:00Z",
      error_message: null,
      progress: { weeks_done: 4, weeks_total: 4 },
    });
  });

  it("carries what the parser assumed in every file that holds the athlete", async () => {
    const folder = await aFolder();
    await generatePlan(aRun(folder), ports());
    const assumed = { field: "weekly_hours_available", value: 13.8 };
    expect(await json(folder, "mine_profile.json")).toMatchObject({ assumptions: [assumed] });
    expect(await json(folder, "mine_overview.json")).toMatchObject({ athlete_profile: { assumptions: [assumed] } });
    expect(await json(folder, "mine_plan.json")).toMatchObject({
      training_plan: { athlete_profile: { assumptions: [assumed] } },
    });
  });

  it("passes through queued and running", async () => {
    const folder = await aFolder();
    const seen: string[] = [];
    const library = async () => {
      seen.push((await job(folder)).status);
      return { version: "1.0.0", workouts: [] };
    };
    const isCancelled = () => false;
    await generatePlan(aRun(folder), ports({ library, isCancelled }));
    expect([...seen, (await job(folder)).status]).toEqual(["running", "completed"]);
  });

  it("is named after what it is for and when", async () => {
    const folder = await aFolder();
    const { request } = aRun(folder).task;
    const idOf = async (change: Partial<typeof request>, seed = "s"): Promise<string> => {
      const run = aRun(folder, { request: { ...request, ...change }, seed, planId: "" });
      return (await dryRun(run, ports())).planId;
    };
    expect(await idOf({ event: { date: "2027-03-14", type: "gran_fondo" } })).toMatch(
      /^gran-fondo-2027-03-14-[a-z2-9]{4}$/,
    );
    expect(await idOf({ goal: "Étape! sub 5h", event: { date: "2027-03-14" } })).toMatch(/^etape-sub-5h-2027-03-14-/);
    expect(await idOf({ goal: "Improve FTP" })).toMatch(/^improve-ftp-2026-12-07-/);
    expect(await idOf({})).toMatch(/^plan-2026-12-07-/);
    expect(await idOf({})).toBe(await idOf({}));
    expect(await idOf({})).not.toBe(await idOf({}, "t"));
    expect(await idOf({})).not.toBe(await idOf({ targetFtp: 280 }));
  });

  it("is not written on a dry run", async () => {
    const folder = await aFolder();
    const result = await dryRun(aRun(join(folder, "plans")), ports());
    expect(await namesIn(folder)).toEqual([]);
    expect(result.files).toHaveLength(FILES.length);
  });
});

describe("a plan that fails", () => {
  it("leaves a failed record with the reason, and no other file", async () => {
    const folder = await aFolder();
    await expect(generatePlan(aRun(folder), ports({ compile: infeasible }))).rejects.toMatchObject({
      code: "NOT_FEASIBLE",
    });
    expect(await namesIn(folder)).toEqual(["mine_job.json"]);
    expect(await job(folder)).toMatchObject({
      status: "failed",
      error_message: "Two days are too few. Add a day.",
      completed_at: expect.any(String) as unknown,
    });
  });

  it("frees its id for the next run", async () => {
    const folder = await aFolder();
    await generatePlan(aRun(folder), ports({ compile: infeasible })).catch(() => undefined);
    await generatePlan(aRun(folder), ports());
    expect(await namesIn(folder)).toEqual(FILES);
  });

  it("writes nothing at all where the event is too close", async () => {
    const folder = await aFolder();
    const { request } = aRun(folder).task;
    const tooClose = { request: { ...request, event: { date: "2026-12-13" } } } as const;
    const generate = async () => generatePlan(aRun(join(folder, "plans"), tooClose), ports());
    await expect(generate()).rejects.toMatchObject({ code: "NOT_FEASIBLE", exitCode: 4 });
    expect(await namesIn(folder)).toEqual([]);
  });

  it("never ignores an overview that was handed over", async () => {
    const folder = await aFolder();
    const input = aRun(folder, { outsideOverview: { weekly_overview: [] } });
    await expect(generatePlan(input, ports())).rejects.toThrow("was not used");
    const outside: GeneratePorts["compile"] = (given) => {
      const made = compile(given);
      expect(given.outsideOverview).toEqual({ weekly_overview: [] });
      const metadata = { ...made.overview.plan_metadata, overview_source: "outside" as const };
      return { ...made, overview: { ...made.overview, plan_metadata: metadata } };
    };
    await generatePlan(input, ports({ compile: outside }));
    expect(await namesIn(folder)).toEqual(FILES);
  });

  it("keeps a bug's text out of the record", async () => {
    const folder = await aFolder();
    const bug = () => {
      throw new TypeError("secret");
    };
    await expect(generatePlan(aRun(folder), ports({ compile: bug }))).rejects.toThrow(TypeError);
    expect((await job(folder)).error_message).toBe("The program failed; this is a fault of ours.");
  });

  it("stops where the rider says so", async () => {
    const folder = await aFolder();
    await expect(generatePlan(aRun(folder), ports({ isCancelled: () => true }))).rejects.toMatchObject({
      exitCode: 130,
    });
    expect(await namesIn(folder)).toEqual(["mine_job.json"]);
    const record = await job(folder);
    expect(record).toMatchObject({ status: "cancelled", message: "Cancelled. No plan was written." });
    expect(record.input).toBeUndefined();
    await generatePlan(aRun(folder), ports());
    expect((await job(folder)).status).toBe("completed");
  });

  it("refuses ids that are no file names", async () => {
    const folder = await aFolder();
    const generate = async () => generatePlan(aRun(folder, { planId: "../x" }), ports());
    await expect(generate()).rejects.toMatchObject({ code: "INPUT_INVALID" });
    expect(await namesIn(folder)).toEqual([]);
  });
});

describe("an id that is taken", () => {
  it("is refused and nothing changes", async () => {
    const folder = await aFolder();
    await generatePlan(aRun(folder), ports());
    const before = await readFile(join(folder, "mine_plan.json"), "utf8");
    const { request } = aRun(folder).task;
    const other = aRun(folder, { request: { ...request, profile: { ...request.profile, ftp: 300 } } });
    await expect(generatePlan(other, ports())).rejects.toMatchObject({ code: "FILE_EXISTS", exitCode: 2 });
    expect(await readFile(join(folder, "mine_plan.json"), "utf8")).toBe(before);
    expect(await namesIn(folder)).toEqual(FILES);
  });

  it.each(["mine_plan.json", "mine_week_3.json", "mine_activities.csv"])(
    "is taken already by %s alone",
    async (name) => {
      const folder = await aFolder();
      await writeFile(join(folder, name), "theirs");
      await expect(generatePlan(aRun(folder), ports())).rejects.toMatchObject({ code: "FILE_EXISTS" });
      expect(await namesIn(folder)).toEqual([name]);
    },
  );

  it("is replaced with --force, and what is left over of the old plan goes", async () => {
    const folder = await aFolder();
    await generatePlan(aRun(folder), ports());
    await writeFile(join(folder, "mine_week_5.json"), "old");
    await writeFile(join(folder, "other_week_5.json"), "not ours");
    await generatePlan(aRun(folder, { force: true }), ports());
    expect(await namesIn(folder)).toEqual([...FILES, "other_week_5.json"]);
  });

  it("keeps the old plan and its record where the forced run fails", async () => {
    const folder = await aFolder();
    await generatePlan(aRun(folder), ports());
    const before = await readFile(join(folder, "mine_job.json"), "utf8");
    await expect(generatePlan(aRun(folder, { force: true }), ports({ compile: infeasible }))).rejects.toThrow();
    expect(await readFile(join(folder, "mine_job.json"), "utf8")).toBe(before);
    expect(await namesIn(folder)).toEqual(FILES);
  });

  it("takes back a forced plan whose files cannot all be written", async () => {
    const folder = await aFolder();
    await generatePlan(aRun(folder), ports());
    const before = await readFile(join(folder, "mine_profile.json"), "utf8");
    const { request } = aRun(folder).task;
    const other = aRun(folder, { force: true, request: { ...request, profile: { ...request.profile, ftp: 300 } } });
    const blocked = ports({
      library: async () => {
        await mkdir(join(folder, "mine_week_9.json", "full"), { recursive: true });
        return { version: "1.0.0", workouts: [] };
      },
      compile: (given) => {
        const made = compile(given);
        return {
          ...made,
          weeks: made.weeks.map((week) => (week.week_number === 4 ? { ...week, week_number: 9 } : week)),
        };
      },
    });
    await expect(generatePlan(other, blocked)).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
    expect(await readFile(join(folder, "mine_profile.json"), "utf8")).toBe(before);
    expect((await job(folder)).status).toBe("completed");
  });

  it("goes to one of two runs that start together", async () => {
    const folder = await aFolder();
    for (const before of ["nothing", "a failed run"]) {
      if (before !== "nothing")
        await writeFile(join(folder, "mine_job.json"), JSON.stringify({ ...(await job(folder)), status: "failed" }));
      if (before !== "nothing")
        for (const name of FILES.slice(1)) await (await import("node:fs/promises")).rm(join(folder, name));
      const runs = await Promise.allSettled([1, 2, 3, 4].map(() => generatePlan(aRun(folder), ports())));
      expect(
        runs.filter(({ status }) => status === "fulfilled"),
        before,
      ).toHaveLength(1);
      expect(await namesIn(folder)).toEqual(FILES);
      expect((await job(folder)).status).toBe("completed");
    }
  });
});
