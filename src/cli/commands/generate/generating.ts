import type { Course } from "../../../athlete/course-schema.ts";
import type { RequestSources } from "../../../athlete/parse-request.ts";
import type { ExportOptions } from "../../../export/export-plan.ts";
import type { GivenFlags } from "../../../wizard/draft-of-flags.ts";
import type { Call } from "../../command.ts";
import type { OpenedModel } from "../../model/opened.ts";
import type { TakenWishes } from "../../wishes/take-wishes.ts";
import type { Settings } from "../../settings.ts";
import type { generateSpec } from "./spec.ts";

/** One use of `generate`: what was typed, and what follows from it for every way to a plan. */
export interface Generating extends Call<typeof generateSpec> {
  readonly settings: Settings;
  /** What the GPX file of `--course` holds. */
  readonly course: Course | undefined;
  /** What carries over from the plan of `--after`; undefined without it. */
  readonly carried: GivenFlags | undefined;
  /** True where the wizard asked: it offers the ways on from the plan itself. */
  readonly isAsked?: boolean;
  /** What came of `--wishes`; undefined without it. */
  readonly meant: TakenWishes | undefined;
  /** The model that read the wishes, which is also the one that plans. */
  readonly opened?: OpenedModel | undefined;
  /** The request file, where it was read before. */
  readonly file?: RequestSources["file"];
  /** The workouts to write beside the plan; undefined where none were asked for. */
  readonly wished: ExportOptions | undefined;
}
