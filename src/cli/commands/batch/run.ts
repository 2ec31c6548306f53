import manifest from "../../../../package.json" with { type: "json" };
import { quoted } from "../../../athlete/parse-reading.ts";
import { PlanError } from "../../../base/errors.ts";
import type { BatchTask } from "../../../jobs/batch/batch-task.ts";
import { runBatch, type BatchDone } from "../../../jobs/batch/run-batch.ts";
import { counted, withThousands } from "../../../report/units.ts";
import { ensureDirectory } from "../../../storage/atomic-write.ts";
import { bytesAt, linesOf, type InputLine } from "../../../storage/line-stream.ts";
import { MOST_REQUEST_BYTES } from "../../../storage/read-json.ts";
import type { Call, Run } from "../../command.ts";
import { pathFrom } from "../../input.ts";
import { resolveSettings, type Settings } from "../../settings.ts";
import type { System } from "../../system.ts";
import { startCrew } from "./crew.ts";
import { merge } from "./merge.ts";
import { shardOf } from "./shard.ts";
import type { batchSpec } from "./spec.ts";

type BatchCall = Call<typeof batchSpec>;

const usage = (message: string, hint: string): PlanError => new PlanError({ code: "USAGE_INVALID", message, hint });

const MOST_WORKERS = 256;

function workersOf(flag: string | undefined, cores: number): number {
  if (flag === undefined) return cores;
  const workers = Number(flag);
  if (Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw usage(`--workers: ${quoted(flag)} -> expected 1 to ${MOST_WORKERS}.`, "Leave it out for one a core.");
}

function onlyOf(flag: string | undefined): "plan" | undefined {
  if (flag === undefined || flag === "plan") return flag;
  throw usage(`--only: ${quoted(flag)} -> expected plan.`, "Leave it out for all files of each plan.");
}

/** The file of lines, and what they ask for. Throws USAGE_INVALID where none or both were named. */
function inputOf({ args: [requests], flags: { changes } }: BatchCall): { path: string; kind: BatchTask["kind"] } {
  if (requests !== undefined && changes !== undefined)
    throw usage("Requests and --changes are two batches.", "Name one of them: the requests first, the changes after.");
  const path = changes ?? requests;
  if (path === undefined)
    throw usage("batch needs a file of requests, or - for standard input.", "See cycling-plan help batch.");
  return { path, kind: changes === undefined ? "request" : "change" };
}

async function taskOf({ system, flags }: BatchCall, settings: Settings, kind: BatchTask["kind"]): Promise<BatchTask> {
  if (flags.export !== undefined) {
    // Before anything is made: a wrong format is no reason to make ten thousand plans.
    const { exportOptions } = await import("../../../jobs/export/write-export.ts");
    exportOptions({ format: flags.export, flag: "--export" });
  }
  return {
    directory: pathFrom(system, flags.out ?? "riders-out"),
    today: settings.today,
    seed: settings.seed ?? "",
    program: manifest.version,
    only: onlyOf(flags.only),
    gzip: flags.gzip === true,
    export: flags.export,
    discardChanges: flags.discardChanges === true,
    kind,
  };
}

const linesAt = (system: System, path: string): AsyncIterable<InputLine> =>
  linesOf(path === "-" ? system.input() : bytesAt(pathFrom(system, path)), MOST_REQUEST_BYTES);

function summary({ counts, lines, inputLines, usage: { cpuSeconds, peakMemoryMb } }: BatchDone): string {
  const { made, kept, refused, failed } = counts;
  const [of, each] = [
    lines === inputLines ? "" : ` of ${withThousands(inputLines)}`,
    made === 0 ? "" : `, ${Math.round((cpuSeconds / made) * 1000)} ms a plan`,
  ];
  const what = [
    `${withThousands(made)} made`,
    `${withThousands(kept)} kept`,
    `${withThousands(refused)} refused`,
    `${withThousands(failed)} failed`,
  ];
  return `${withThousands(lines)}${of} lines: ${what.join(", ")}. ${cpuSeconds.toFixed(1)} s of CPU${each}; a worker had ${peakMemoryMb} MB at most.\n`;
}

/** Every rider has a result; a fault is ours or the disk's. */
function exitOf({ counts: { failed }, crashes }: BatchDone): number {
  if (crashes > 0) return 70;
  return failed > 0 ? 2 : 0;
}

/** `batch`: a line a rider in, a result a rider out; or what all parts did. */
export const batch: Run<typeof batchSpec> = async (call) => {
  const { system, flags } = call;
  if (flags.merge !== undefined) return merge(call, pathFrom(system, flags.merge));
  const settings = await resolveSettings(system, { today: flags.today, seed: flags.seed, quiet: flags.quiet });
  const { path, kind } = inputOf(call);
  const task = await taskOf(call, settings, kind);
  const shard = shardOf(flags.shard, system.env);
  const workers = workersOf(flags.workers, system.cores());
  await ensureDirectory(task.directory);
  const done = await runBatch(task, shard, {
    lines: linesAt(system, path),
    crew: (tell) => startCrew(system, { task, workers, tell }),
    out: async (line) => {
      system.out(line);
      await system.flush();
    },
    isCancelled: system.isCancelled,
    owner: {
      machine: system.machine(),
      processId: system.processId,
      isRunning: system.isRunning,
      now: () => system.now().getTime(),
      sleep: (milliseconds) => system.sleep(milliseconds, new AbortController().signal),
    },
  });
  if (!settings.quiet) system.err(summary(done));
  if (!settings.quiet && done.crashes > 0)
    system.err(
      `${counted(done.crashes, "line")} made the program fail; ${done.crashes === 1 ? "it is" : "they are"} kept in ${task.directory}/shards/crashes.\n`,
    );
  return exitOf(done);
};
