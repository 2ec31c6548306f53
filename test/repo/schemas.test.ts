import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { jsonText } from "../../src/base/json.ts";
import { jsonSchema, SCHEMA_NAMES } from "../../src/jobs/schemas/json-schema.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const text = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), "utf8");
const value = (...path: readonly string[]): unknown => JSON.parse(text(...path));

/** Held against a schema by a validator that is not ours. */
function problemsOf(name: string, file: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(value("schemas", `${name}.json`) as object);
  return validate(file) ? [] : validate.errors;
}

const plans = (name: string): string[] => ["fixtures", "generate", "century-12-weeks", "recorded", "plans", name];
const firstLine = (...path: readonly string[]): unknown => JSON.parse(text(...path).split("\n", 1)[0] ?? "");

/** A file of each format, recorded from the program or written by hand. */
const EXAMPLES: Readonly<Record<string, () => unknown>> = {
  request: () => value("docs", "request-example.json"),
  plan: () => value(...plans("first-plan_plan.json")),
  overview: () => value(...plans("first-plan_overview.json")),
  week: () => value(...plans("first-plan_week_1.json")),
  athlete: () => value(...plans("first-plan_profile.json")),
  job: () => value(...plans("first-plan_job.json")),
  change: () => firstLine("fixtures", "change", "story", "recorded", "plans", "fondo_changes.jsonl"),
  asked: () => value("docs", "schema-examples", "asked.json"),
  done: () => value("docs", "schema-examples", "done.json"),
  ride: () => value("docs", "schema-examples", "ride.json"),
  library: () => value("library", "tempo.json"),
};

describe("schemas/", () => {
  it("holds each format and nothing else", () => {
    expect(readdirSync(join(ROOT, "schemas")).sort()).toEqual(SCHEMA_NAMES.map((name) => `${name}.json`).sort());
  });

  describe.each(SCHEMA_NAMES)("%s", (name) => {
    it("is what the program says (npm run schemas)", () => {
      expect(text("schemas", `${name}.json`)).toBe(jsonText(jsonSchema(name)));
    });

    it("has an example that it accepts, and says what is wrong with another", () => {
      const example = EXAMPLES[name]?.();
      expect(problemsOf(name, example)).toEqual([]);
      expect(problemsOf(name, { ...(example as object), unheard_of: 1 })).not.toEqual([]);
    });
  });

  it("accepts every request of fixtures/, with the name of the schema in it", () => {
    for (const file of readdirSync(join(ROOT, "fixtures", "requests")).filter((name) => name.endsWith(".json")))
      expect(problemsOf("request", { $schema: "x", ...(value("fixtures", "requests", file) as object) }), file).toEqual(
        [],
      );
  });
});
