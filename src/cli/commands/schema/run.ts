import { jsonText } from "../../../base/json.ts";
import { jsonSchema } from "../../../jobs/schemas/json-schema.ts";
import type { Run } from "../../command.ts";
import type { schemaSpec } from "./spec.ts";

/** `schema NAME`. */
export const schema: Run<typeof schemaSpec> = ({ system, args: [name] }) => {
  system.out(jsonText(jsonSchema(name)));
  return Promise.resolve(0);
};
