import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { ERROR_KINDS } from "../../../../src/base/errors.ts";
import manifest from "../../../../package.json" with { type: "json" };

const read = (name: string): Promise<string> => readFile(`deploy/${name}`, "utf8");
const head = (text: string): string[] => text.split("\n").filter((line) => line.startsWith("# "));

describe("what runs a batch elsewhere", () => {
  it("tells each in five lines how", async () => {
    for (const name of ["kubernetes-job.yaml", "Containerfile", "slurm.sbatch"])
      expect(head(await read(name)), name).toHaveLength(5);
  });

  it("is for Kubernetes a job of as many parts as its pods are told, which fails a part at once where trying again is of no use", async () => {
    const text = await read("kubernetes-job.yaml");
    const value = (key: string): string | undefined =>
      new RegExp(`^ +(?:- )?${key}: "?([^"\\n]+)"?$`, "m").exec(text)?.[1];
    expect(value("completions")).toBe(/name: JOB_COMPLETIONS\n +value: "(\d+)"/.exec(text)?.[1]);
    expect([value("completionMode"), value("restartPolicy"), value("action")]).toEqual(["Indexed", "Never", "Ignore"]);
    const codes = (/values: \[([\d, ]+)\]/.exec(text)?.[1] ?? "").split(", ").map(Number);
    const ours = new Set<number>(Object.values(ERROR_KINDS).map(({ exitCode }) => exitCode));
    // A stop and a service that is away may go better the next time.
    expect(codes).toEqual(
      [...ours]
        .filter((code) => code !== 130 && code !== 3)
        .concat(70)
        .sort((a, b) => a - b),
    );
    expect(text).toContain("readOnlyRootFilesystem: true");
    expect(text).toContain("runAsNonRoot: true");
    expect(text).toContain(`image: registry.example.com/cycling-plan:${manifest.version}`);
    expect(text.split("\n").every((line) => /^(?: {2})*(?:- )?[^\t ]|^$/.test(line))).toBe(true);
  });

  it("is an image of a user without rights", async () => {
    const text = await read("Containerfile");
    expect(text).toMatch(/^USER 10001:10001$/m);
    expect(text.indexOf("RUN ")).toBeLessThan(text.indexOf("USER "));
    expect(Number(/^FROM \S+node:(\d+)/m.exec(text)?.[1])).toBeGreaterThanOrEqual(22);
  });
});
