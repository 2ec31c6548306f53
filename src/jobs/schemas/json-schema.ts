import { z } from "zod";
import { requestSchema } from "../../athlete/parse-schema.ts";
import { nearest } from "../../athlete/parse-suggest.ts";
import { profileSchema } from "../../athlete/schema.ts";
import { calendarDateSchema } from "../../base/date-schema.ts";
import { PlanError } from "../../base/errors.ts";
import { cleanLine, joinWords } from "../../base/text.ts";
import { libraryFileSchema, manifestSchema } from "../../library/schema.ts";
import { doneSchema, stepSchema } from "../../plan/change-schema.ts";
import { pulledRideSchema } from "../../plan/pulled-ride.ts";
import { jobSchema, overviewSchema, planFileSchema, weekFileSchema } from "../../plan/schema.ts";
import { requestFileSchema } from "../generate/request-file.ts";

interface Format {
  readonly title: string;
  readonly schema: () => z.ZodType;
  /** What comes again stands once, under `$defs`: else it is read in place. */
  readonly isLong?: true;
}

/** Every file format of the program. */
const FORMATS: Readonly<Record<string, Format>> = {
  request: { title: "A request for generate --profile", schema: requestSchema, isLong: true },
  plan: { title: "A plan: {plan_id}_plan.json, instance_{n}.json", schema: () => planFileSchema },
  overview: { title: "An overview: {plan_id}_overview.json", schema: () => overviewSchema },
  week: { title: "A week: {plan_id}_week_{n}.json", schema: () => weekFileSchema },
  athlete: { title: "The athlete as used: {plan_id}_profile.json", schema: () => profileSchema },
  asked: { title: "What a plan was made from: {plan_id}_request.json", schema: () => requestFileSchema },
  change: { title: "A change: a line of {plan_id}_changes.jsonl", schema: () => stepSchema, isLong: true },
  done: { title: "A day that was ridden or not: a line of {plan_id}_done.jsonl", schema: () => doneSchema },
  ride: { title: "A ride that was found: a line of {plan_id}_rides.jsonl", schema: () => pulledRideSchema },
  job: { title: "A job record: {plan_id}_job.json", schema: () => jobSchema },
  library: {
    title: "The library: manifest.json, or one family of workouts",
    schema: () => z.union([manifestSchema, libraryFileSchema]),
  },
};

/** The names of the formats. */
export const SCHEMA_NAMES: readonly string[] = Object.keys(FORMATS);

/** Where a schema of the first version of all formats is found; a format that breaks old files gets another. */
const idOf = (name: string): string => `https://unpkg.com/cycling-plan@0/schemas/${name}.json`;
const HOW_IT_GROWS = "Version 1. Fields are added, never renamed or taken away; docs/schemas.md says how.";

/** The JSON Schema 2020-12 of one format; days are texts with the format `date`. Throws INPUT_INVALID for a name that is none. */
export function jsonSchema(name: string): unknown {
  const format = SCHEMA_NAMES.includes(name) ? FORMATS[name] : undefined;
  if (format === undefined) {
    const meant = nearest(name, SCHEMA_NAMES);
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `There is no schema "${cleanLine(name, 40)}"; there are ${joinWords(SCHEMA_NAMES)}.`,
      hint: meant === undefined ? "Name one of them." : `Did you mean ${meant}?`,
    });
  }
  const { $schema, ...schema } = z.toJSONSchema(format.schema(), {
    io: "input",
    unrepresentable: "any",
    reused: format.isLong === true ? "ref" : "inline",
    override: ({ zodSchema, jsonSchema: json }) => {
      if (zodSchema === calendarDateSchema) Object.assign(json, { type: "string", format: "date" });
      // The bounds of every whole number in JavaScript say nothing of a format.
      if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
      if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
    },
  });
  return { $schema, $id: idOf(name), $comment: HOW_IT_GROWS, title: format.title, ...schema };
}
