import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../../../src/base/calendar.ts";
import { matchRides, type Matched, type Status } from "../../../../src/jobs/review/match.ts";
import type { Ridden } from "../../../../src/jobs/review/ridden.ts";
import type { Done } from "../../../../src/plan/change-schema.ts";
import { aPlan, MONDAY } from "../../../support/a-plan.ts";

/** Tuesday 3 x 15 sweet spot in 80 minutes, load 82; Saturday two easy hours, load 84.5. */
const plan = aPlan().training_plan;
const [TUE, WED, SAT, SUN] = [addDays(MONDAY, 1), addDays(MONDAY, 2), addDays(MONDAY, 5), addDays(MONDAY, 6)] as const;
const after = addDays(MONDAY, 7);

const ride = (day: CalendarDate, minutes: number, load: number, isMeasured = true): Ridden => ({
  day,
  seconds: minutes * 60,
  load,
  isMeasured,
});
const word = (day: CalendarDate, status: Done["status"], minutes?: number): Done => ({
  day,
  status,
  ...(minutes === undefined ? {} : { minutes }),
  at: "2026-12-08T20:00:00Z",
});

function week(
  rides: readonly Ridden[],
  done: readonly Done[] = [],
  today = after,
): { of: (day: CalendarDate) => Matched; extra: number } {
  const { sessions, extra } = matchRides(plan, { rides, done, today });
  return {
    of: (day) => {
      const found = sessions.find(({ session }) => session.date === day);
      if (found === undefined) throw new Error(`no session on ${day}`);
      return found;
    },
    extra: extra.length,
  };
}

describe("a session and the rides of its day", () => {
  it.each<[string, Ridden, Status]>([
    ["the same length and load", ride(TUE, 82, 80), "done"],
    ["a third of it missing", ride(TUE, 55, 60), "partly"],
    ["as long, with half the load", ride(TUE, 80, 40), "other"],
    ["as long, with a load that is only guessed", ride(TUE, 80, 40, false), "done"],
  ])("%s", (_, one, status) => {
    expect(week([one]).of(TUE).status).toBe(status);
  });

  it("is ridden in parts, or beside another ride", () => {
    const parts = week([ride(TUE, 40, 40), ride(TUE, 41, 42)]);
    expect(parts.of(TUE)).toMatchObject({ status: "done", minutes: 81 });
    expect(parts.extra).toBe(0);
    const beside = week([ride(TUE, 25, 15), ride(TUE, 80, 82)]);
    expect(beside.of(TUE)).toMatchObject({ status: "done", minutes: 80 });
    expect(beside.extra).toBe(1);
  });

  it("is moved where its like was ridden on a free day of the week, and only there", () => {
    expect(week([ride(WED, 82, 84)]).of(TUE)).toMatchObject({ status: "moved", on: WED });
    const easy = week([ride(WED, 80, 45)]);
    expect(easy.of(TUE).status).toBe("not_known");
    expect(easy.extra).toBe(1);
    expect(week([ride(SUN, 80, 82)]).of(TUE).status).toBe("not_known");
  });

  it("is not known without a ride and without a word, never missed", () => {
    const open = week([ride(SAT, 120, 84)]);
    expect(open.of(TUE).status).toBe("not_known");
    expect(week([], [], TUE).of(TUE).status).toBe("ahead");
    expect(week([], [word(TUE, "not_ridden")]).of(TUE).status).toBe("missed");
  });

  it("is what the rider said where there is no ride; a ride says more", () => {
    expect(week([], [word(TUE, "done")]).of(TUE)).toMatchObject({ status: "done", minutes: 80, isTold: true });
    expect(week([], [word(TUE, "done", 40)]).of(TUE)).toMatchObject({ status: "partly", minutes: 40 });
    expect(week([ride(TUE, 80, 82)], [word(TUE, "not_ridden")]).of(TUE).status).toBe("done");
    expect(week([], [word(TUE, "not_ridden"), word(TUE, "done")]).of(TUE).status).toBe("done");
  });
});
