import { z } from "zod";
import { requestSchema } from "../../../athlete/parse-schema.ts";
import { nearest } from "../../../athlete/parse-suggest.ts";
import { profileSchema } from "../../../athlete/schema.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { cleanLine, joinWords } from "../../../base/text.ts";
import { libraryFileSchema, manifestSchema } from "../../../library/schema.ts";
import { jobSchema, overviewSchema, planFileSchema, weekFileSchema } from "../../../plan/schema.ts";
import { calendarDateSchema } from "../../../base/date-schema.ts";
import type { Run } from "../../command.ts";
import type { schemaSpec } from "./spec.ts";

interface Format {
  readonly title: string;
  readonly schema: () => z.ZodType;
}

/** Every file format of the program. */
const FORMATS: Readonly<Record<string, Format>> = {
  athlete: { title: "The athlete as used: {plan_id}_profile.json", schema: () => profileSchema },
  request: { title: "A request for generate --profile", schema: requestSchema },
  overview: { title: "An overview: {plan_id}_overview.json", schema: () => overviewSchema },
  week: { title: "A week: {plan_id}_week_{n}.json", schema: () => weekFileSchema },
  plan: { title: "A plan: {plan_id}_plan.json", schema: () => planFileSchema },
  job: { title: "A job record: {plan_id}_job.json", schema: () => jobSchema },
  library: {
    title: "The library: manifest.json, or one family of workouts",
    schema: () => z.union([manifestSchema, libraryFileSchema]),
  },
};

const NAMES = Object.keys(FORMATS);

/** The JSON Schema of one format; days are texts with the format `date`. */
export function jsonSchema(name: string): unknown {
  const format = NAMES.includes(name) ? FORMATS[name] : undefined;
  if (format === undefined) {
    const meant = nearest(name, NAMES);
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `There is no schema "${cleanLine(name, 40)}"; there are ${joinWords(NAMES)}.`,
      hint: meant === undefined ? "Name one of them." : `Did you mean ${meant}?`,
    });
  }
  const schema = z.toJSONSchema(format.schema(), {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema: json }) => {
      if (zodSchema === calendarDateSchema) Object.assign(json, { type: "string", format: "date" });
    },
  });
  return { title: format.title, ...schema };
}

/** `schema NAME`. */
export const schema: Run<typeof schemaSpec> = ({ system, args: [name] }) => {
  system.out(jsonText(jsonSchema(name)));
  return Promise.resolve(0);
};
