import { knownState } from "../../../src/jobs/page/known-state.ts";
import { seasonOf } from "../../../src/export/session.ts";
import type { CalendarDate } from "../../../src/base/calendar.ts";
import type { Done } from "../../../src/plan/change-schema.ts";
import type { PulledRide } from "../../../src/plan/pulled-ride.ts";
import type { PlanFile } from "../../../src/plan/schema.ts";
import type { PageInput } from "../../../src/page/input.ts";
import { aPlan } from "../../support/a-plan.ts";

interface Given {
  readonly plan?: PlanFile;
  readonly today?: CalendarDate;
  readonly done?: readonly Done[];
  readonly noted?: readonly PulledRide[];
  readonly planFlag?: string;
  readonly files?: PageInput["files"];
}

/** What a page is made from: the small plan of two rides a week on its first Tuesday; change one thing. */
export function aPageInput({
  plan = aPlan(),
  today = "2026-12-08",
  done = [],
  noted = [],
  planFlag = "",
  files = new Map<string, string[]>(),
}: Given = {}): PageInput {
  return {
    file: plan,
    season: seasonOf(plan, {}),
    known: knownState(plan.training_plan, { done, noted }, today),
    today,
    planFlag,
    files,
  };
}
