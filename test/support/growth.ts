import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What is looked at again and again while commands go by; none of it may grow with their number. */
export interface Mark {
  readonly commands: number;
  /** Bytes that are in use after a collection. */
  readonly heap: number;
  /** Files, pipes and sockets that are open; 0 where the system does not tell. */
  readonly handles: number;
  /** Seconds of work a command since the mark before. */
  readonly seconds: number;
  readonly files?: number | undefined;
  /** Bytes of all files. */
  readonly bytes?: number | undefined;
  /** What commands take that ask for the same each time, in a process of their own. */
  readonly processes?: readonly Taken[] | undefined;
}

/** What a process took from its start to its end. */
export interface Taken {
  readonly name: string;
  readonly seconds: number;
  /** Bytes, at most. */
  readonly memory: number;
}

/** What may be more at the end than at the start: caches that fill, and what a busy machine adds. */
const NOISE = {
  heap: 12_000_000,
  memory: 16_000_000,
  handles: 2,
  files: 200,
  bytes: 500_000,
  seconds: 0.02,
  processSeconds: 0.1,
};
/** A second half may take so many times what the first half took. */
const MOST = { memory: 1.1, files: 1.3, seconds: 1.5 };

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes in use in this process. */
export function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

export const openHandles = (): number => (process.platform === "linux" ? readdirSync("/proc/self/fd").length : 0);

export const secondsOfWork = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const TELLS_WHAT_IT_TOOK = `data:text/javascript,${encodeURIComponent(
  'import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,JSON.stringify(process.resourceUsage())))',
)}`;

/** What a process holds now, as it tells. */
export interface Standing {
  readonly heap: number;
  readonly handles: number;
  readonly seconds: number;
}

/** For a process that goes on: at SIGUSR2 it collects, and says on standard error what it holds. Needs --expose-gc. */
export const TELLS_HOW_IT_STANDS = `data:text/javascript,${encodeURIComponent(
  'import{readdirSync}from"node:fs";process.on("SIGUSR2",()=>{gc();const{user,system}=process.cpuUsage();const heap=process.memoryUsage().heapUsed;const handles=process.platform==="linux"?readdirSync("/proc/self/fd").length:0;process.stderr.write(JSON.stringify({heap,handles,seconds:(user+system)/1e6})+"\\n")})',
)}`;

interface Line {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Record<string, string>;
}

/** The least of some runs: what others do on the machine only adds to it. */
export async function takenBy(line: Line, runs: number): Promise<Taken> {
  const all: Taken[] = [];
  for (let i = 0; i < runs; i++) all.push(await takenOnce(line));
  const least = (of: (taken: Taken) => number): number => Math.min(...all.map(of));
  return { name: line.name, seconds: least(({ seconds }) => seconds), memory: least(({ memory }) => memory) };
}

function takenOnce({ name, args, cwd, env }: Line): Promise<Taken> {
  const argv = ["--import", TELLS_WHAT_IT_TOOK, ...args];
  const child = spawn(process.execPath, argv, { cwd, env, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  let text = "";
  child.stdio[3]?.on("data", (piece: Buffer) => (text += piece.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => {
      const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(text) as NodeJS.ResourceUsage;
      resolve({ name, seconds: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS * 1024 });
    });
  });
}

const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

/** Figures of a first and a second half; the mark in the middle of an odd number counts for both. */
function halves(marks: readonly Mark[], of: (mark: Mark) => number): readonly [number, number] {
  const half = Math.ceil(marks.length / 2);
  return [median(marks.slice(0, half).map(of)), median(marks.slice(-half).map(of))];
}

/** What grew with the number of commands; none where all stayed as it was. Time is only told where there are marks enough. */
export function growthOf(marks: readonly Mark[]): string[] {
  const names = (marks[0]?.processes ?? []).map(({ name }) => name);
  const taken = (name: string, { processes = [] }: Mark): Taken | undefined => processes.find((one) => one.name === name);
  const isLong = marks.length >= 8;
  const measures: [what: string, of: (mark: Mark) => number, times: number, noise: number][] = [
    ["heap", ({ heap }) => heap, MOST.memory, NOISE.heap],
    ["open handles", ({ handles }) => handles, 1, NOISE.handles],
    ["files", ({ files = 0 }) => files, MOST.files, NOISE.files],
    ["bytes of all files", ({ bytes = 0 }) => bytes, MOST.files, NOISE.bytes],
    ...names.map((name): (typeof measures)[number] => [`memory of ${name}`, (mark) => taken(name, mark)?.memory ?? 0, MOST.memory, NOISE.memory]),
  ];
  if (isLong) {
    measures.push(["seconds a command", ({ seconds }) => seconds, MOST.seconds, NOISE.seconds]);
    for (const name of names) measures.push([`seconds of ${name}`, (mark) => taken(name, mark)?.seconds ?? 0, MOST.seconds, NOISE.processSeconds]);
  }
  return measures.flatMap(([what, of, times, noise]) => {
    const [first, last] = halves(marks, of);
    return last <= first * times + noise ? [] : [`${what}: ${String(first)}, later ${String(last)}`];
  });
} // prettier-ignore

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** One line a mark, to be printed. */
export function markLine({ commands, heap, handles, seconds, files, bytes, processes = [] }: Mark): string {
  const parts = [
    `${commands} done`,
    `heap ${megabytes(heap)}`,
    `${handles} handles`,
    `${(seconds * 1000).toFixed(0)} ms each`,
  ];
  if (files !== undefined && bytes !== undefined) parts.push(`${files} files, ${megabytes(bytes)}`);
  parts.push(
    ...processes.map(({ name, seconds, memory }) => `${name} ${(seconds * 1000).toFixed(0)} ms ${megabytes(memory)}`),
  );
  return parts.join("; ");
}
