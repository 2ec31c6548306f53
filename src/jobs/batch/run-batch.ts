import { PlanError } from "../../base/errors.ts";
import { ensurePrivateDirectory } from "../../storage/atomic-write.ts";
import type { InputLine } from "../../storage/line-stream.ts";
import { SeenIds } from "../../storage/seen-ids.ts";
import { openJournal, shardFolder, type ShardJournal } from "../../storage/shard-files.ts";
import { LOCK_MS, lockShard, shardName, type Shard, type ShardOwner } from "../../storage/shard-lock.ts";
import { join } from "node:path";
import type { BatchTask } from "./batch-task.ts";
import { NO_COUNTS, resultLine, type Counts, type RiderResult } from "./outcome.ts";
import { placeOfRider, shardOfRider } from "./rider-folder.ts";
import { idIn, readRiderLine } from "./rider-line.ts";

/** A line on its way to who plans. */
export interface LineOfWork {
  readonly line: number;
  readonly id: string;
  readonly text: string;
}

/** What the work took. */
export interface WorkUsage {
  readonly cpuSeconds: number;
  readonly peakMemoryMb: number;
}

/** Those who plan: as many lines at once as they can take. */
export interface Crew {
  /** Waits until somebody has room for a line; what comes of it is told later. */
  readonly take: (work: LineOfWork) => Promise<void>;
  /** Waits until all that was taken is told. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<WorkUsage>;
}

/** What came of a line: a result, or a fault with the line that it happened on. */
export interface Told {
  readonly result: RiderResult;
  /** The line of a crash. */
  readonly crash?: string | undefined;
  /** A fault from which no other rider is spared: the batch ends. */
  readonly fatal?: Error | undefined;
}

export interface BatchPorts {
  readonly lines: AsyncIterable<InputLine>;
  readonly crew: (tell: (told: Told) => void) => Crew;
  /** Takes a line of results; waits where nobody reads them. */
  readonly out: (line: string) => Promise<void>;
  readonly isCancelled: () => boolean;
  readonly owner: ShardOwner;
}

/** What a part of a batch came to. */
export interface BatchDone {
  readonly counts: Counts;
  readonly lines: number;
  readonly inputLines: number;
  readonly usage: WorkUsage;
  /** Crashes among those that failed. */
  readonly crashes: number;
}

const refusal = (message: string, hint: string) =>
  ({ status: "refused", code: "INPUT_INVALID", planHash: null, message, hint }) as const;

/** Tells results one after the other, and keeps count of them. */
class Telling {
  counts: Counts = NO_COUNTS;
  crashes = 0;
  /** Why the batch cannot go on. */
  trouble: Error | undefined;
  private queue: Promise<void> = Promise.resolve();
  private waiting = 0;
  private readonly journal: ShardJournal;
  private readonly out: BatchPorts["out"];

  constructor(journal: ShardJournal, out: BatchPorts["out"]) {
    this.journal = journal;
    this.out = out;
  }

  readonly tell = (told: Told): void => {
    this.waiting += 1;
    this.queue = this.queue
      .then(() => this.write(told))
      .catch((error: unknown) => {
        this.trouble ??= error instanceof Error ? error : new Error(String(error));
      });
  };

  private async write({ result, crash, fatal }: Told): Promise<void> {
    this.waiting -= 1;
    const { status } = result;
    this.counts = { ...this.counts, [status]: this.counts[status] + 1 };
    const line = resultLine(result);
    await this.out(line);
    this.trouble ??= fatal;
    await this.journal.add(line);
    if (crash === undefined) return;
    this.crashes += 1;
    await this.journal.crashed(result.line, crash);
  }

  /** Waits where results come faster than they are read. */
  async settled(most: number): Promise<void> {
    if (this.waiting > most) await this.queue;
  }
}

const MOST_UNREAD = 64;

interface Sorting {
  readonly task: BatchTask;
  readonly shard: Shard;
  readonly seen: SeenIds;
  readonly crew: Crew;
  readonly telling: Telling;
}

/** Gives a line of this part to who plans, or says what is wrong with it; false for a line of another part. */
async function sortLine({ number: line, text, trouble }: InputLine, sorting: Sorting): Promise<boolean> {
  const { task, shard, seen, crew, telling } = sorting;
  const id = text === undefined ? undefined : idIn(text);
  // A line that belongs to nobody is said by one part.
  const part = id === undefined ? line % shard.count : shardOfRider(id, shard.count);
  if (part !== shard.index) return false;
  if (text === undefined || id === undefined) {
    const why =
      text === undefined
        ? refusal(`Line ${line} cannot be read: ${trouble ?? ""}.`, "Leave it out, or write it anew.")
        : await whyNoId(text, line, task);
    telling.tell({ result: { ...why, id: null, line, folder: null, milliseconds: 0 } });
  } else if (task.kind === "request" && !seen.add(id)) {
    const why = refusal(
      "The id stands in a line above already, and that line counts.",
      "Give every rider one line, and an id of their own.",
    );
    telling.tell({ result: { ...why, id, line, folder: placeOfRider(task.directory, id).below, milliseconds: 0 } });
  } else await crew.take({ line, id, text });
  await telling.settled(MOST_UNREAD);
  return true;
}

async function whyNoId(text: string, line: number, { kind }: BatchTask): Promise<ReturnType<typeof refusal>> {
  try {
    await readRiderLine(text, kind, `line ${line}`);
  } catch (error) {
    if (error instanceof PlanError) return refusal(error.message, error.hint);
    throw error;
  }
  throw new Error(`line ${line} has an id, and none was found in it`);
}

const stopped = (): PlanError =>
  new PlanError({
    code: "CANCELLED",
    message: "Stopped. Riders whose result was printed are done and stay so.",
    hint: "Run the same command again: it keeps them, and goes on with the others.",
  });

/** Reads all lines, as long as nothing keeps the batch from going on. */
async function readLines(
  ports: BatchPorts,
  sorting: Sorting,
  lock: { isLost: boolean },
): Promise<{ lines: number; inputLines: number }> {
  let lines = 0;
  let inputLines = 0;
  for await (const line of ports.lines) {
    if (sorting.telling.trouble !== undefined || ports.isCancelled() || lock.isLost) break;
    if (line.text?.trim() === "") continue;
    inputLines += 1;
    if (await sortLine(line, sorting)) lines += 1;
  }
  await sorting.crew.idle();
  await sorting.telling.settled(-1);
  return { lines, inputLines };
}

function refuseToFinish(telling: Telling, ports: BatchPorts, lock: { isLost: boolean }): void {
  if (telling.trouble !== undefined) throw telling.trouble;
  if (ports.isCancelled()) throw stopped();
  if (lock.isLost)
    throw new PlanError({
      code: "FILE_UNWRITABLE",
      message: "Another batch took this part of the folder while this one stood still.",
      hint: "Let that one end; it keeps what is done.",
    });
}

/** Works through one part of a batch. Throws what keeps it from its end; what was told until then is done. */
export async function runBatch(task: BatchTask, shard: Shard, ports: BatchPorts): Promise<BatchDone> {
  const folder = shardFolder(task.directory);
  await ensurePrivateDirectory(folder);
  const lock = await lockShard(folder, shard, ports.owner);
  const held = { isLost: false };
  const timer = setInterval(() => void lock.touch().then((isOurs) => (held.isLost ||= !isOurs)), LOCK_MS.touched);
  const seen = new SeenIds(join(folder, `${shardName(shard)}.seen`));
  try {
    const journal = await openJournal(folder, shard);
    const telling = new Telling(journal, ports.out);
    const crew = ports.crew(telling.tell);
    try {
      const read = await readLines(ports, { task, shard, seen, crew, telling }, held);
      const usage = await crew.close();
      refuseToFinish(telling, ports, held);
      const { counts, crashes } = telling;
      const { program, today, kind } = task;
      await journal.finish({
        shard: shard.index + 1,
        shards: shard.count,
        program,
        today,
        kind,
        input_lines: read.inputLines,
        lines: read.lines,
        counts,
        cpu_seconds: usage.cpuSeconds,
        peak_memory_mb: usage.peakMemoryMb,
      });
      return { counts, crashes, usage, ...read };
    } catch (error) {
      await crew.close();
      await telling.settled(-1);
      await journal.leave();
      throw error;
    }
  } finally {
    clearInterval(timer);
    seen.close();
    if (!held.isLost) await lock.release();
  }
}
