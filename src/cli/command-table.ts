import { activitiesCommand } from "./commands/activities/spec.ts";
import { athleteCommand } from "./commands/athlete/spec.ts";
import { doctorCommand } from "./commands/doctor/spec.ts";
import { exportCommand } from "./commands/export/spec.ts";
import { generateCommand } from "./commands/generate/spec.ts";
import { libraryCommand } from "./commands/library/spec.ts";
import { lintCommand } from "./commands/lint/spec.ts";
import { plansCommand } from "./commands/plans/spec.ts";
import { scheduleCommand } from "./commands/schedule/spec.ts";
import { schemaCommand } from "./commands/schema/spec.ts";
import { showCommand } from "./commands/show/spec.ts";
import { statusCommand } from "./commands/status/spec.ts";
import { todayCommand } from "./commands/today/spec.ts";
import { toolCommand } from "./commands/tool/spec.ts";
import { whyCommand } from "./commands/why/spec.ts";
import type { CommandSpec } from "./command-spec.ts";

/** Every command, in the order of the help text. */
export const COMMANDS: readonly CommandSpec[] = [
  generateCommand,
  showCommand,
  todayCommand,
  whyCommand,
  lintCommand,
  exportCommand,
  plansCommand,
  scheduleCommand,
  statusCommand,
  activitiesCommand,
  athleteCommand,
  libraryCommand,
  toolCommand,
  schemaCommand,
  doctorCommand,
];
