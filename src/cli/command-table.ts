import { command, type CommandEntry, type GroupEntry } from "./command.ts";
import { activitiesSpec } from "./commands/activities/spec.ts";
import { athleteLogSpec } from "./commands/athlete/log/spec.ts";
import { athleteSetSpec } from "./commands/athlete/set/spec.ts";
import { athleteShowSpec } from "./commands/athlete/show/spec.ts";
import { athleteGroup } from "./commands/athlete/spec.ts";
import { batchSpec } from "./commands/batch/spec.ts";
import { changeSpec } from "./commands/change/spec.ts";
import { changesSpec } from "./commands/changes/spec.ts";
import { completionSpec } from "./commands/completion/spec.ts";
import { diffSpec } from "./commands/diff/spec.ts";
import { doctorSpec } from "./commands/doctor/spec.ts";
import { doneSpec } from "./commands/done/spec.ts";
import { exportSpec } from "./commands/export/spec.ts";
import { generateSpec } from "./commands/generate/spec.ts";
import { libraryCheckSpec } from "./commands/library/check/spec.ts";
import { libraryImportSpec } from "./commands/library/import/spec.ts";
import { libraryListSpec } from "./commands/library/list/spec.ts";
import { libraryShowSpec } from "./commands/library/show/spec.ts";
import { libraryGroup } from "./commands/library/spec.ts";
import { lintSpec } from "./commands/lint/spec.ts";
import { plansSpec } from "./commands/plans/spec.ts";
import { pullSpec } from "./commands/pull/spec.ts";
import { pushSpec } from "./commands/push/spec.ts";
import { reviewSpec } from "./commands/review/spec.ts";
import { scheduleSpec } from "./commands/schedule/spec.ts";
import { mcpSpec } from "./commands/mcp/spec.ts";
import { schemaSpec } from "./commands/schema/spec.ts";
import { showSpec } from "./commands/show/spec.ts";
import { statusSpec } from "./commands/status/spec.ts";
import { todaySpec } from "./commands/today/spec.ts";
import { toolFinalizeSpec } from "./commands/tool/finalize/spec.ts";
import { toolOverviewSpec } from "./commands/tool/overview/spec.ts";
import { toolGroup } from "./commands/tool/spec.ts";
import { toolWeekSpec } from "./commands/tool/week/spec.ts";
import { undoSpec } from "./commands/undo/spec.ts";
import { whySpec } from "./commands/why/spec.ts";

/** Every command, in the order of the help text. The work of each is a file of its own, loaded when it is asked for. */
export const COMMANDS: readonly (CommandEntry | GroupEntry)[] = [
  command(generateSpec, async () => (await import("./commands/generate/run.ts")).generate),
  command(showSpec, async () => (await import("./commands/show/run.ts")).show),
  command(todaySpec, async () => (await import("./commands/today/run.ts")).today),
  command(whySpec, async () => (await import("./commands/why/run.ts")).why),
  command(doneSpec, async () => (await import("./commands/done/run.ts")).done),
  command(pullSpec, async () => (await import("./commands/pull/run.ts")).pull),
  command(reviewSpec, async () => (await import("./commands/review/run.ts")).review),
  command(changeSpec, async () => (await import("./commands/change/run.ts")).change),
  command(undoSpec, async () => (await import("./commands/undo/run.ts")).undo),
  command(changesSpec, async () => (await import("./commands/changes/run.ts")).changes),
  command(diffSpec, async () => (await import("./commands/diff/run.ts")).diff),
  command(lintSpec, async () => (await import("./commands/lint/run.ts")).lint),
  command(exportSpec, async () => (await import("./commands/export/run.ts")).exportFiles),
  command(pushSpec, async () => (await import("./commands/push/run.ts")).pushPlan),
  command(plansSpec, async () => (await import("./commands/plans/run.ts")).plans),
  command(scheduleSpec, async () => (await import("./commands/schedule/run.ts")).schedule),
  command(statusSpec, async () => (await import("./commands/status/run.ts")).status),
  command(activitiesSpec, async () => (await import("./commands/activities/run.ts")).activities),
  {
    spec: athleteGroup,
    commands: [
      command(athleteShowSpec, async () => (await import("./commands/athlete/show/run.ts")).athleteShow),
      command(athleteSetSpec, async () => (await import("./commands/athlete/set/run.ts")).athleteSet),
      command(athleteLogSpec, async () => (await import("./commands/athlete/log/run.ts")).athleteLog),
    ],
  },
  {
    spec: libraryGroup,
    commands: [
      command(libraryListSpec, async () => (await import("./commands/library/list/run.ts")).libraryList),
      command(libraryShowSpec, async () => (await import("./commands/library/show/run.ts")).libraryShow),
      command(libraryCheckSpec, async () => (await import("./commands/library/check/run.ts")).libraryCheck),
      command(libraryImportSpec, async () => (await import("./commands/library/import/run.ts")).libraryImport),
    ],
  },
  {
    spec: toolGroup,
    commands: [
      command(toolOverviewSpec, async () => (await import("./commands/tool/overview/run.ts")).overviewTool),
      command(toolWeekSpec, async () => (await import("./commands/tool/week/run.ts")).weekTool),
      command(toolFinalizeSpec, async () => (await import("./commands/tool/finalize/run.ts")).finalizeTool),
    ],
  },
  command(batchSpec, async () => (await import("./commands/batch/run.ts")).batch),
  command(mcpSpec, async () => (await import("./commands/mcp/run.ts")).mcp),
  command(schemaSpec, async () => (await import("./commands/schema/run.ts")).schema),
  command(doctorSpec, async () => (await import("./commands/doctor/run.ts")).doctor),
  command(completionSpec, async () => (await import("./commands/completion/run.ts")).completion),
];
