import { z } from "zod";
import { FORMAT_IDS } from "../../../export/format.ts";

/*
 * What an assistant may ask for, one tool a command. The schemas are those of the answers: nothing that is not named here reaches a
 * command line.
 */

const planId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)
  .describe("id of a plan, as the resources list it");
const today = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .describe("the day it is, YYYY-MM-DD; the machine's own where it is left out");
const week = z.int().min(1).max(24).optional().describe("one week, by its number");
const day = z.string().max(40).optional().describe("one day: 2027-03-14, 14 March, Saturday");
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("the hash that came with what was shown");

export const TOOLS = {
  generate: {
    about:
      "Make a training plan from a request and write it. The request has the form of the resource cycling-plan://schemas/request. A refusal names the limit that binds and changes that work. Where the request accepts more than twice the rider's recent hours, the first call only shows the plan, with a hash for the second.",
    input: z.strictObject({
      request: z.looseObject({}).describe("the rider's answers: goal, timeline and profile, or athlete_profile"),
      plan_id: planId
        .optional()
        .describe("letters, digits, dot, hyphen and underscore; made from the goal where left out"),
      seed: z.string().max(100).optional().describe("another seed chooses among equal workouts otherwise"),
      today,
      seen: hash.optional(),
    }),
    writes: true,
  },
  show: {
    about: "A plan: the season, or one week, or one day with its steps.",
    input: z.strictObject({ plan_id: planId, week, day, today }),
    writes: false,
  },
  today: {
    about: "What is to be ridden today, why, how it feels, and what comes next.",
    input: z.strictObject({ plan_id: planId, today }),
    writes: false,
  },
  why: {
    about: "Why a plan, a week or a day is as it is: the rules and numbers behind it.",
    input: z.strictObject({ plan_id: planId, week, day, today }),
    writes: false,
  },
  lint: {
    about: "Holds a plan to every rule: findings, waivers and scores.",
    input: z.strictObject({ plan_id: planId }),
    writes: false,
  },
  propose_change: {
    about:
      "What a plan becomes by words such as: missed tue; sick tue-fri; move sat sun; shorten thu to 60; hours 5 next week; ftp 270; add event 2027-04-18:road_race:B:3. Nothing is written. Show the rider what it costs, then call apply_change with the hash.",
    input: z.strictObject({
      plan_id: planId,
      words: z.string().min(1).max(500),
      way: z.int().min(1).max(9).optional().describe("2 for the other way where there is one"),
      above_neck: z.boolean().optional().describe("with sick: a cold above the neck only, no fever"),
      today,
    }),
    writes: false,
  },
  apply_change: {
    about: "Does what propose_change showed in this session, if the plan is still as it was then.",
    input: z.strictObject({ plan_id: planId, hash, today }),
    writes: true,
  },
  diff: {
    about: "Plans side by side: two or more ids; ID@3 is a plan after its third change, ID@0 as it was made.",
    input: z.strictObject({
      plans: z
        .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?:@\d{1,4})?$/))
        .min(2)
        .max(6),
    }),
    writes: false,
  },
  review: {
    about: "What was ridden, what it means, what is ahead, what could change.",
    input: z.strictObject({ plan_id: planId, week, today }),
    writes: false,
  },
  export: {
    about: "Write a plan as files for trainers, head units, calendars and the eye, below the folder workouts.",
    input: z.strictObject({
      plan_id: planId,
      formats: z.array(z.enum(FORMAT_IDS)).min(1).max(FORMAT_IDS.length),
      replace: z.boolean().optional().describe("replace files of an earlier export that differ"),
      today,
    }),
    writes: true,
  },
} as const;

export type ToolName = keyof typeof TOOLS;
export type Given<Name extends ToolName> = z.infer<(typeof TOOLS)[Name]["input"]>;

export const isToolName = (name: string): name is ToolName => Object.hasOwn(TOOLS, name);
