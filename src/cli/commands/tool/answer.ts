import { dirname } from "node:path";
import { jsonText } from "../../../base/json.ts";
import { findingsPage } from "../../../report/findings.ts";
import type { Finding } from "../../../rules/finding.ts";
import { ensureDirectory, writeNew, writeWhole } from "../../../storage/atomic-write.ts";
import { checkPlanId } from "../../../storage/plan-id.ts";
import type { Outcome } from "../../../tools/outcome.ts";
import type { FlagsOf } from "../../flags.ts";
import { inputName, pathFrom, readJsonInput } from "../../input.ts";
import { pageFor } from "../../page.ts";
import { resolveSettings } from "../../settings.ts";
import type { System } from "../../system.ts";
import type { WRITE_ACCEPTED } from "./arguments.ts";

/** Where to look up what a file should hold. */
export const seeSchema = (name: string): string => `Compare it with cycling-plan schema ${name}.`;

/** What a tool was given, and the file its accepted value belongs in. */
export interface Judged<T> {
  readonly outcome: Outcome<T>;
  readonly planId: string;
  readonly fileName: (directory: string) => string;
}

/** The JSON value a tool was handed. */
export async function readProposal(
  system: System,
  given: string,
): Promise<{ value: unknown; source: string; path: string }> {
  const path = given === "-" ? given : pathFrom(system, given);
  return { value: await readJsonInput(system, path), source: inputName(given), path };
}

/** Who asked a tool, and where what it accepted shall lie. */
interface Asker {
  readonly system: System;
  readonly isJson: boolean;
  readonly flags: FlagsOf<{ name: ""; summary: ""; examples: []; options: typeof WRITE_ACCEPTED }>;
}

async function writeAccepted(path: string, value: unknown, force: boolean): Promise<void> {
  await ensureDirectory(dirname(path));
  const file = { path, text: jsonText(value) };
  if (force) await writeWhole([file], "replace");
  else await writeNew(file, "Choose another --out, or replace the file with --force.");
}

/** Says what a tool decided: exit code 0 where it accepted, 1 where it found what must not be. */
export async function answer<T>(to: Asker, judged: Judged<T>, fileOf: (value: T) => unknown): Promise<number> {
  const { outcome, planId, fileName } = judged;
  const { system, isJson } = to;
  const { out, force = false } = to.flags;
  const isAccepted = outcome.kind === "accepted";
  const path = isAccepted && out !== undefined ? fileName(pathFrom(system, out)) : undefined;
  if (isAccepted && path !== undefined) {
    checkPlanId(planId);
    await writeAccepted(path, fileOf(outcome.value), force);
  }
  const { findings } = outcome;
  if (isJson) {
    const value = isAccepted ? { value: fileOf(outcome.value) } : {};
    system.out(
      jsonText({
        accepted: isAccepted,
        plan_id: planId,
        file: path,
        findings,
        ...value,
      }),
    );
  } else
    system.out(
      `${[...(await wordsOf(system, findings, isAccepted)), ...(path === undefined ? [] : ["", `Written: ${path}`])].join("\n")}\n`,
    );
  return isAccepted ? 0 : 1;
}

async function wordsOf(system: System, findings: readonly Finding[], isAccepted: boolean): Promise<string[]> {
  const page = await pageFor(system, await resolveSettings(system, {}));
  return [
    isAccepted ? "Accepted." : "Not accepted.",
    ...(findings.length > 0 ? ["", ...findingsPage(findings, page)] : []),
  ];
}
