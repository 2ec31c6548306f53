import { describe, expect, it } from "vitest";
import { shardOf } from "../../../src/cli/commands/batch/shard.ts";

describe("the part of a batch", () => {
  it.each([
    ["none named", undefined, {}, { index: 0, count: 1 }],
    ["a flag", "3/20", {}, { index: 2, count: 20 }],
    ["a flag before an engine", "3/20", { JOB_COMPLETION_INDEX: "7", JOB_COMPLETIONS: "8" }, { index: 2, count: 20 }],
    ["Kubernetes", undefined, { JOB_COMPLETION_INDEX: "0", JOB_COMPLETIONS: "8" }, { index: 0, count: 8 }],
    ["Kubernetes with the parts in the flag", "*/8", { JOB_COMPLETION_INDEX: "7" }, { index: 7, count: 8 }],
    [
      "Slurm from 1",
      undefined,
      {
        SLURM_ARRAY_TASK_ID: "20",
        SLURM_ARRAY_TASK_COUNT: "20",
        SLURM_ARRAY_TASK_MIN: "1",
        SLURM_ARRAY_TASK_STEP: "1",
      },
      { index: 19, count: 20 },
    ],
    [
      "Slurm in steps",
      undefined,
      { SLURM_ARRAY_TASK_ID: "5", SLURM_ARRAY_TASK_COUNT: "4", SLURM_ARRAY_TASK_MIN: "1", SLURM_ARRAY_TASK_STEP: "2" },
      { index: 2, count: 4 },
    ],
    ["AWS", undefined, { AWS_BATCH_JOB_ARRAY_INDEX: "9", AWS_BATCH_JOB_ARRAY_SIZE: "10" }, { index: 9, count: 10 }],
    ["Google", undefined, { BATCH_TASK_INDEX: "1", BATCH_TASK_COUNT: "2" }, { index: 1, count: 2 }],
    [
      "variables without a value",
      undefined,
      { JOB_COMPLETION_INDEX: "", BATCH_TASK_INDEX: "" },
      { index: 0, count: 1 },
    ],
  ])("is that of %s", (_, flag, env, shard) => {
    expect(shardOf(flag, env)).toEqual(shard);
  });

  it.each([
    ["0/3", {}],
    ["4/3", {}],
    ["1/0", {}],
    ["1/100001", {}],
    ["1", {}],
    ["-1/3", {}],
    ["*/3", {}],
    ["*/3", { JOB_COMPLETION_INDEX: "3" }],
    [undefined, { JOB_COMPLETION_INDEX: "3" }],
    [undefined, { JOB_COMPLETION_INDEX: "x", JOB_COMPLETIONS: "8" }],
    [undefined, { SLURM_ARRAY_TASK_ID: "9", SLURM_ARRAY_TASK_COUNT: "4", SLURM_ARRAY_TASK_MIN: "1" }],
    [
      undefined,
      { SLURM_ARRAY_TASK_ID: "2", SLURM_ARRAY_TASK_COUNT: "4", SLURM_ARRAY_TASK_MIN: "1", SLURM_ARRAY_TASK_STEP: "2" },
    ],
  ])("is refused as %j with %j", (flag, env) => {
    expect(() => shardOf(flag, env)).toThrow(expect.objectContaining({ code: "USAGE_INVALID" }));
  });
});
