import { PlanError } from "../../../base/errors.ts";
import { quoted } from "../../../athlete/parse-reading.ts";
import type { Shard } from "../../../storage/shard-lock.ts";

/** Variables by which an engine tells a task which part of the work is its own. */
interface Engine {
  readonly name: string;
  readonly index: string;
  /** Parts in all; an engine that does not say it needs `--shard "*\/N"` or the variable set by hand. */
  readonly count: string;
  /** The first number and the distance between two, where an engine lets its user choose them. */
  readonly first?: string;
  readonly step?: string;
}

const ENGINES: readonly Engine[] = [
  { name: "a Kubernetes Indexed Job", index: "JOB_COMPLETION_INDEX", count: "JOB_COMPLETIONS" },
  {
    name: "a Slurm array",
    index: "SLURM_ARRAY_TASK_ID",
    count: "SLURM_ARRAY_TASK_COUNT",
    first: "SLURM_ARRAY_TASK_MIN",
    step: "SLURM_ARRAY_TASK_STEP",
  },
  { name: "an AWS Batch array", index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE" },
  { name: "Google Batch", index: "BATCH_TASK_INDEX", count: "BATCH_TASK_COUNT" },
];

type Environment = Readonly<Record<string, string | undefined>>;

const WHOLE: Shard = { index: 0, count: 1 };
/** As many parts as a directory has room for their files. */
const MOST_SHARDS = 100_000;

const wrong = (field: string, value: string, expected: string): PlanError =>
  new PlanError({
    code: "USAGE_INVALID",
    message: `${field}: ${quoted(value)} -> expected ${expected}.`,
    hint: "Say --shard 1/20 for the first of twenty parts, or */20 where an engine says which.",
  });

function numberIn(env: Environment, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === "") return undefined;
  if (!/^\d{1,9}$/.test(text)) throw wrong(name, text, "a whole number");
  return Number(text);
}

function checked(field: string, { index, count }: Shard, said: string): Shard {
  if (count < 1 || count > MOST_SHARDS) throw wrong(field, said, `1 to ${MOST_SHARDS} parts`);
  if (index < 0 || index >= count) throw wrong(field, said, `one of ${count} parts`);
  return { index, count };
}

/** The part that the engine names, counted from 0; undefined where none started this. */
function fromEngine(env: Environment, parts: number | undefined): Shard | undefined {
  const engine = ENGINES.find(({ index }) => numberIn(env, index) !== undefined);
  if (engine === undefined) return undefined;
  const number = numberIn(env, engine.index) ?? 0;
  const count = parts ?? numberIn(env, engine.count);
  if (count === undefined)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: `${engine.name} says which part this is (${engine.index}), and not of how many.`,
      hint: `Say --shard "*/N", or set ${engine.count}.`,
    });
  const first = engine.first === undefined ? 0 : (numberIn(env, engine.first) ?? 0);
  const step = engine.step === undefined ? 1 : (numberIn(env, engine.step) ?? 1) || 1;
  const index = (number - first) / step;
  const said = `${number} of ${count}`;
  if (!Number.isInteger(index)) throw wrong(engine.index, said, "numbers in even steps");
  return checked(engine.index, { index, count }, said);
}

/** `3/20` of a flag, `*\/20` with the number of the engine, or all that the engine says; one part where nothing does. Throws USAGE_INVALID. */
export function shardOf(flag: string | undefined, env: Environment): Shard {
  if (flag === undefined) return fromEngine(env, undefined) ?? WHOLE;
  const [, number, parts] = /^(\d{1,9}|\*)\/(\d{1,9})$/.exec(flag.trim()) ?? [];
  if (number === undefined || parts === undefined)
    throw wrong("--shard", flag, "a part and the number of parts, such as 3/20");
  if (number !== "*") return checked("--shard", { index: Number(number) - 1, count: Number(parts) }, flag);
  const found = fromEngine(env, Number(parts));
  if (found === undefined)
    throw wrong("--shard", flag, `a number before the stroke: no engine says which part this is`);
  return found;
}
