/**
 * Training plans for programs: what the commands do, without a clock, a disk or a terminal. Everything that a result depends on is an
 * argument, and the same arguments give the same bytes, in Node and in browsers. What cannot be done is a `PlanError`; anything
 * else that is thrown is a fault of ours.
 *
 * @packageDocumentation
 */
export { PlanError, type ErrorCode } from "../base/errors.ts";
export { checkPlan, type CheckOptions } from "./check-plan.ts";
export { changePlan, type ChangedPlan, type ChangeOptions } from "./change-plan.ts";
export { compilePlan, type CompileOptions, type MadePlan } from "./compile-plan.ts";
export { exportPlan, type ExportChoice } from "./export-plan.ts";
export { readPlan, type PlanFiles } from "./read-plan.ts";
export { weekFiles, type PlanState } from "./plan-state.ts";
export type { ExportedFile } from "../export/export-plan.ts";
export type { FormatId } from "../export/format.ts";
export type { ChangedDay } from "../plan/change-schema.ts";
export type { Overview, PlanFile, WeekFile } from "../plan/schema.ts";
export type { PlanTask } from "../plan/task.ts";
export type { LintReport, Unchecked } from "../report/lint.ts";
export type { Finding } from "../rules/finding.ts";
export type { Severity } from "../rules/rule.ts";
