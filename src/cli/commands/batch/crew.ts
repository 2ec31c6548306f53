import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isRecord } from "../../../athlete/parse-reading.ts";
import { PlanError } from "../../../base/errors.ts";
import type { BatchTask } from "../../../jobs/batch/batch-task.ts";
import { placeOfRider } from "../../../jobs/batch/rider-folder.ts";
import type { RiderOutcome } from "../../../jobs/batch/outcome.ts";
import type { Crew, LineOfWork, Told, WorkUsage } from "../../../jobs/batch/run-batch.ts";
import type { Worked } from "../../../jobs/batch/work-line.ts";
import type { System } from "../../system.ts";
import { startProcess } from "./processes.ts";

/** Where the build puts what plans. */
const PROGRAM = join("dist", "generate.js");

/** Lines that wait in a worker, so that it plans one while it writes another. */
const DEEP = 4;
/** A worker that says nothing for so long plans for ever: no plan takes a tenth of it on a slow machine. Milliseconds. */
const SILENT_MS = 120_000;
const LOOK_MS = 2000;

/** What a worker says. */
type Said =
  | { readonly kind: "worked"; readonly line: number; readonly milliseconds: number; readonly worked: Worked }
  | { readonly kind: "usage"; readonly usage: WorkUsage };

const isSaid = (value: unknown): value is Said =>
  isRecord(value) &&
  ((value.kind === "worked" && isRecord(value.worked)) || (value.kind === "usage" && isRecord(value.usage)));

interface Worker {
  readonly child: ChildProcess;
  readonly held: Map<number, LineOfWork>;
  /** It works on one line alone, because a worker died while it held this line. */
  isCareful: boolean;
  heard: number;
  usage: WorkUsage;
}

export interface CrewTask {
  readonly task: BatchTask;
  readonly workers: number;
  readonly tell: (told: Told) => void;
}

/** So many processes may die one after the other before it is no rider's line. */
const MOST_DEATHS = 12;

const diskFault = ({ message = "", hint = "" }: RiderOutcome): PlanError =>
  new PlanError({
    code: "FILE_UNWRITABLE",
    message: `The batch stopped. ${message}`,
    hint: `${hint} Then run the same command again: riders that are done are kept.`,
  });

const NO_USAGE: WorkUsage = { cpuSeconds: 0, peakMemoryMb: 0 };

/** Processes that plan, each warm for many riders. One that dies is replaced, and who killed it is found by giving each suspect a process alone. */
class Processes implements Crew {
  private readonly workers: Worker[] = [];
  private readonly suspects: LineOfWork[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly system: Pick<System, "packageDirectory" | "now" | "isCancelled">;
  private readonly asked: CrewTask;
  private readonly timer: NodeJS.Timeout;
  private isClosing = false;
  /** Processes that died since the last result. */
  private deaths = 0;
  private usage = NO_USAGE;

  constructor(system: Processes["system"], asked: CrewTask) {
    this.system = system;
    this.asked = asked;
    for (let i = 0; i < asked.workers; i++) this.workers.push(this.start(false));
    this.timer = setInterval(() => {
      this.endSilent();
      this.wake();
    }, LOOK_MS);
  }

  private start(isCareful: boolean): Worker {
    const url = pathToFileURL(join(this.system.packageDirectory, PROGRAM)).href;
    const child = startProcess(url);
    const worker: Worker = { child, held: new Map(), isCareful, heard: this.system.now().getTime(), usage: NO_USAGE };
    child.on("message", (said: unknown) => {
      if (isSaid(said)) this.hear(worker, said);
    });
    child.on("error", () => undefined);
    child.on("exit", () => {
      this.replace(worker);
    });
    this.send(worker, { task: this.asked.task, packageDirectory: this.system.packageDirectory });
    return worker;
  }

  /** A process that is gone has no ears; what it held is given to others when its end is known. */
  private send({ child }: Worker, message: object): void {
    if (child.connected) child.send(message, () => undefined);
  }

  private hear(worker: Worker, said: Said): void {
    worker.heard = this.system.now().getTime();
    if (said.kind === "usage") {
      worker.usage = said.usage;
      return;
    }
    const work = worker.held.get(said.line);
    if (work === undefined) return;
    worker.held.delete(said.line);
    const { outcome, isCrash, isDiskFault } = said.worked;
    const { line, id, text } = work;
    this.deaths = 0;
    this.asked.tell({
      result: { ...outcome, id, line, milliseconds: said.milliseconds },
      crash: isCrash ? text : undefined,
      fatal: isDiskFault ? diskFault(outcome) : undefined,
    });
    this.giveSuspect(worker);
    this.wake();
  }

  private wake(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }

  /** What a dead worker held is tried once more, each line alone; a line on which that one dies too is the fault. */
  private replace(worker: Worker): void {
    const at = this.workers.indexOf(worker);
    if (at < 0) return;
    this.addUsage(worker);
    this.deaths += 1;
    this.workers.splice(at, 1);
    const held = [...worker.held.values()];
    if (worker.isCareful) for (const work of held) this.tellDead(work);
    else this.suspects.push(...held);
    if (!this.isClosing && !this.system.isCancelled()) {
      const next = this.start(this.suspects.length > 0);
      this.workers.push(next);
      this.giveSuspect(next);
    } else this.suspects.length = 0;
    this.wake();
  }

  private tellDead({ line, id, text }: LineOfWork): void {
    const { below: folder } = placeOfRider(this.asked.task.directory, id);
    const why = {
      code: "INTERNAL",
      message: "The process that planned for this rider ended twice in the midst of it, or did not come to an end.",
      hint: "Please report it.",
    } as const;
    const outcome = { status: "failed", planHash: null, folder, ...why } as const;
    const fatal =
      this.deaths < MOST_DEATHS ? undefined : new Error("the processes that plan end before they planned for anybody");
    this.asked.tell({ result: { ...outcome, id, line, milliseconds: 0 }, crash: text, fatal });
  }

  private giveSuspect(worker: Worker): void {
    if (!worker.isCareful || worker.held.size > 0) return;
    const suspect = this.suspects.shift();
    if (suspect === undefined) worker.isCareful = false;
    else this.give(worker, suspect);
  }

  private give(worker: Worker, work: LineOfWork): void {
    if (worker.held.size === 0) worker.heard = this.system.now().getTime();
    worker.held.set(work.line, work);
    this.send(worker, { work });
  }

  private endSilent(): void {
    const now = this.system.now().getTime();
    for (const { child, held, heard } of this.workers)
      if (held.size > 0 && now - heard > SILENT_MS) child.kill("SIGKILL");
  }

  private free(): Worker | undefined {
    const ready = this.workers.filter(({ isCareful, held }) => !isCareful && held.size < DEEP);
    return ready.reduce<Worker | undefined>(
      (best, one) => (best === undefined || one.held.size < best.held.size ? one : best),
      undefined,
    );
  }

  /** Changes of one rider are made in their order, so whoever has one of them gets the next, too. */
  private roomFor({ id }: LineOfWork): Worker | undefined | "wait" {
    if (this.asked.task.kind === "request") return this.free();
    const holds = (work: LineOfWork): boolean => work.id === id;
    if (this.suspects.some(holds)) return "wait";
    const holder = this.workers.find(({ held }) => [...held.values()].some(holds));
    if (holder === undefined) return this.free();
    return "wait";
  }

  async take(work: LineOfWork): Promise<void> {
    while (!this.system.isCancelled()) {
      const worker = this.roomFor(work);
      if (worker !== undefined && worker !== "wait") {
        this.give(worker, work);
        return;
      }
      await this.change();
    }
  }

  /** Until something is told, or a moment has passed. */
  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async idle(): Promise<void> {
    while (this.workers.some(({ held }) => held.size > 0) || this.suspects.length > 0) await this.change();
  }

  private addUsage({ usage }: Worker): void {
    this.usage = {
      cpuSeconds: this.usage.cpuSeconds + usage.cpuSeconds,
      peakMemoryMb: Math.max(this.usage.peakMemoryMb, usage.peakMemoryMb),
    };
  }

  async close(): Promise<WorkUsage> {
    this.isClosing = true;
    const ended = this.workers.map(
      ({ child }) =>
        new Promise<void>((resolve) => {
          if (child.exitCode !== null || child.signalCode !== null) resolve();
          else
            child.once("exit", () => {
              resolve();
            });
        }),
    );
    for (const worker of this.workers) this.send(worker, { end: true });
    await Promise.all(ended);
    clearInterval(this.timer);
    return this.usage;
  }
}

/** Starts the processes of a batch. */
export const startCrew = (system: System, asked: CrewTask): Crew => new Processes(system, asked);
