import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { isRecord } from "../../../athlete/parse-reading.ts";
import { parseRequest } from "../../../athlete/parse-request.ts";
import { parseDate } from "../../../base/calendar.ts";
import { PlanError } from "../../../base/errors.ts";
import { canonicalJson, jsonText } from "../../../base/json.ts";
import { cleanLine } from "../../../base/text.ts";
import { ensurePrivateDirectory, writeWhole } from "../../../storage/atomic-write.ts";
import { textAt } from "../../../storage/read-json.ts";
import { OWN_FOLDER, runIn, type Place, type Said } from "./commands-in.ts";
import { folderIn, planFileIn, PLANS_FOLDER } from "./plans-in.ts";
import type { Seen } from "./seen.ts";
import { TOOLS, type Given, type ToolName } from "./tools.ts";

/** A session: where it works, and what was shown in it. */
export interface Session {
  readonly place: Place;
  readonly seen: Seen;
}

/** What a tool gives: the JSON of its command, and what the session adds. */
export interface Answer extends Said {
  readonly hash?: string | undefined;
}

type Perform<Name extends ToolName> = (session: Session, given: Given<Name>) => Promise<Answer>;

/** As many wrong arguments as are named. */
const MOST_PROBLEMS = 8;

/** A flag with its value in one word: no value can be taken for a flag. */
const flag = (name: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [`--${name}=${value}`];
const dayFlags = ({ today }: { today?: string | undefined }): string[] => flag("today", today);

/** A command that looks at one plan. */
const looks =
  (command: string) =>
  async (
    { place }: Session,
    given: { plan_id: string; week?: number | undefined; day?: string | undefined; today?: string | undefined },
  ): Promise<Answer> => {
    const plan = await planFileIn(place.root, given.plan_id);
    return runIn(place, [
      command,
      ...flag("week", given.week),
      ...flag("day", given.day),
      ...dayFlags(given),
      "--json",
      plan,
    ]);
  };

const SHOW_FIRST = "Call generate without seen first, show the rider what came, and call it again with that hash.";

const generate: Perform<"generate"> = async ({ place, seen }, given) => {
  const { request, plan_id: planId, seed, today, seen: hash } = given;
  const out = await folderIn(place.root, PLANS_FOLDER);
  const argv = [
    "generate",
    "--profile=-",
    "--json",
    ...flag("out", out),
    ...flag("plan-id", planId),
    ...flag("seed", seed),
  ];
  const text = canonicalJson({ request, planId: planId ?? null, seed: seed ?? null });
  const day = parseDate(today ?? "") ?? place.system.today();
  // A request that cannot be read is told by the command itself.
  const lifts = liftsALimit(request, day);
  if (lifts && hash === undefined) {
    const said = await runIn(place, [...argv, "--dry-run", ...dayFlags(given)], JSON.stringify(request));
    return said.code === 0 ? { ...said, hash: seen.show(text) } : said;
  }
  if (lifts && hash !== undefined && seen.take(hash, SHOW_FIRST) !== text)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: "That hash belongs to another request than this one.",
      hint: SHOW_FIRST,
    });
  return runIn(place, [...argv, ...dayFlags(given)], JSON.stringify(request));
};

/** A plan for more than twice the hours of now is only written once it was seen. */
function liftsALimit(request: unknown, today: Parameters<typeof parseRequest>[1]): boolean {
  try {
    return parseRequest({ file: { value: request, source: "the request" } }, today).request.acceptRamp;
  } catch (error) {
    if (error instanceof PlanError) return false;
    throw error;
  }
}

const PROPOSAL = /^proposal-(\d+)\.json$/;

/** A proposal of this server for the time of one command; those of servers that were killed go. */
async function withProposal<T>({ root, system }: Place, work: (path: string) => Promise<T>): Promise<T> {
  const folder = join(root, OWN_FOLDER);
  await ensurePrivateDirectory(folder);
  for (const name of await readdir(folder)) {
    const [, id] = PROPOSAL.exec(name) ?? [];
    if (id !== undefined && !system.isRunning(Number(id))) await rm(join(folder, name), { force: true });
  }
  const path = join(folder, `proposal-${system.processId}.json`);
  await rm(path, { force: true });
  try {
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}

const proposeChange: Perform<"propose_change"> = async ({ place, seen }, given) => {
  const plan = await planFileIn(place.root, given.plan_id);
  const mild = given.above_neck === true ? ["--above-neck"] : [];
  const argv = ["change", ...flag("plan", plan), ...flag("way", given.way), ...mild, ...dayFlags(given), "--json"];
  const shown = await runIn(place, [...argv, "--dry-run", "--", given.words]);
  if (shown.code !== 0) return shown;
  return withProposal(place, async (path) => {
    const kept = await runIn(place, [...argv, ...flag("out", path), "--", given.words]);
    const text = kept.code === 0 ? await textAt(path) : undefined;
    return text === undefined ? kept : { ...shown, hash: seen.show(text) };
  });
};

const applyChange: Perform<"apply_change"> = async ({ place, seen }, given) => {
  const plan = await planFileIn(place.root, given.plan_id);
  const text = seen.take(given.hash, "Call propose_change, show the rider what it costs, and apply that hash.");
  return withProposal(place, async (path) => {
    await writeWhole([{ path, text }], "exclusive");
    return runIn(place, [
      "change",
      ...flag("plan", plan),
      ...flag("apply", path),
      ...dayFlags(given),
      "--yes",
      "--json",
    ]);
  });
};

const diff: Perform<"diff"> = async ({ place }, { plans }) => {
  const paths = await Promise.all(
    plans.map(async (one) => {
      const [id = "", state] = one.split("@");
      const path = await planFileIn(place.root, id);
      return state === undefined ? path : `${path}@${state}`;
    }),
  );
  return runIn(place, ["diff", "--json", ...paths]);
};

const exported: Perform<"export"> = async ({ place }, given) => {
  const plan = await planFileIn(place.root, given.plan_id);
  const out = join(await folderIn(place.root, "workouts"), given.plan_id);
  const force = given.replace === true ? ["--force"] : [];
  const formats = given.formats.join(",");
  return runIn(place, [
    "export",
    ...flag("format", formats),
    ...flag("out", out),
    ...force,
    ...dayFlags(given),
    "--json",
    plan,
  ]);
};

/** A tool with its arguments read; throws INPUT_INVALID with those that are wrong. */
const tool =
  <T>(input: z.ZodType<T>, work: (session: Session, given: T) => Promise<Answer>) =>
  (session: Session, given: unknown): Promise<Answer> =>
    work(session, read(input, given));

function read<T>(input: z.ZodType<T>, given: unknown): T {
  const parsed = input.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, MOST_PROBLEMS)
    .map(({ path, message }) => `${path.map(String).join(".") || "the arguments"}: ${message}`);
  throw new PlanError({
    code: "INPUT_INVALID",
    message: cleanLine(problems.join("; "), 600),
    hint: "Correct the arguments.",
  });
}

/** What does each tool's work. Throws PlanError where it cannot be meant. */
export const PERFORM: Readonly<Record<ToolName, (session: Session, given: unknown) => Promise<Answer>>> = {
  generate: tool(TOOLS.generate.input, generate),
  show: tool(TOOLS.show.input, looks("show")),
  today: tool(TOOLS.today.input, looks("today")),
  why: tool(TOOLS.why.input, looks("why")),
  lint: tool(TOOLS.lint.input, looks("lint")),
  propose_change: tool(TOOLS.propose_change.input, proposeChange),
  apply_change: tool(TOOLS.apply_change.input, applyChange),
  diff: tool(TOOLS.diff.input, diff),
  review: tool(TOOLS.review.input, looks("review")),
  export: tool(TOOLS.export.input, exported),
};

/** What an answer says to a program: the command's own JSON, with the hash of what was shown. */
export function answerText({ code, out, err, hash }: Answer): string {
  if (code !== 0 && out.trim() === "") return err;
  if (hash === undefined) return out;
  const value: unknown = JSON.parse(out);
  return jsonText(isRecord(value) ? { ...value, hash } : { shown: value, hash });
}
