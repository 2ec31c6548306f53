import { describe, expect, it } from "vitest";
import type { ExperienceLevel } from "../../../../src/athlete/schema.ts";
import { LadderForms } from "../../../../src/periodization/intake/ladder-forms.ts";
import {
  nextSession,
  noRungsYet,
  withRung,
  type RiddenRungs,
} from "../../../../src/periodization/week/next-session.ts";
import type { LadderForm } from "../../../../src/workout/ladder.ts";
import { aRider } from "../a-basis.ts";

/** A workout of so many minutes at the shortest, 20 of them work. */
const rung = (family: string, level: number, change: Partial<LadderForm> = {}): LadderForm => ({
  id: `${family}_${level}`,
  family,
  type: "threshold",
  level,
  shortestSeconds: 3600,
  longestSeconds: 7200,
  workSeconds: 1200,
  longestEffortSeconds: 600,
  kinds: [],
  keyWork: "2x10@48",
  shortestLoad: 60,
  isHard: true,
  isVo2: false,
  highestPower: 0.95,
  feasibleFor: ["beginner", "intermediate", "advanced"],
  ...change,
});
const ladder = (family: string, change: Partial<LadderForm> = {}): LadderForm[] =>
  Array.from({ length: 8 }, (_, i) => rung(family, i + 1, change));

type Wanted = Parameters<typeof nextSession>[2];
interface Asked extends Partial<Wanted> {
  readonly forms?: readonly LadderForm[];
  readonly level?: ExperienceLevel;
  readonly ridden?: RiddenRungs;
  readonly families?: readonly string[];
}
/** Family and level of what comes next, with time for everything. */
function next(asked: Asked = {}): string | undefined {
  const {
    forms = ladder("threshold"),
    level = "intermediate",
    ridden = noRungsYet,
    families = ["threshold"],
    ...wanted
  } = asked;
  const rider = aRider({ experience_level: level });
  const found = nextSession({ ladderForms: new LadderForms(forms, level), riddenRungs: ridden, rider }, families, {
    phase: "build",
    advance: true,
    seconds: 7200,
    workSeconds: 3600,
    highestPower: Number.POSITIVE_INFINITY,
    mayBeVo2: true,
    ...wanted,
  });
  return found && `${found.family} ${found.level}`;
}
const rode = (level: number, week: number, phase: "base" | "build" = "build", before = noRungsYet): RiddenRungs =>
  withRung(before, { family: "threshold", level }, { phase, week });

describe("the next session of a ladder", () => {
  it("begins on rung 1, 3 or 5 by experience", () => {
    expect(next({ level: "beginner" })).toBe("threshold 1");
    expect(next({ level: "intermediate" })).toBe("threshold 3");
    expect(next({ level: "advanced" })).toBe("threshold 5");
  });

  it("is one rung higher in a load week, and the same one otherwise", () => {
    expect(next({ ridden: rode(3, 1) })).toBe("threshold 4");
    expect(next({ ridden: rode(3, 1), advance: false })).toBe("threshold 3");
    expect(next({ ridden: rode(8, 1) })).toBe("threshold 8");
  });

  it("is the highest one that the time, the week's work and the rider's power hold", () => {
    const longer = ladder("threshold").map((form) => ({ ...form, shortestSeconds: form.level * 1200 }));
    expect(next({ forms: longer, ridden: rode(3, 1), seconds: 3600 })).toBe("threshold 3");
    const harder = ladder("threshold").map((form) => ({ ...form, workSeconds: form.level * 300 }));
    expect(next({ forms: harder, workSeconds: 600 })).toBe("threshold 2");
    const stronger = ladder("threshold").map((form) => ({ ...form, highestPower: 0.9 + form.level / 100 }));
    expect(next({ forms: stronger, highestPower: 0.91 })).toBe("threshold 1");
  });

  it("never steps down within a phase, and may at the start of the next one", () => {
    const longer = ladder("threshold").map((form) => ({ ...form, shortestSeconds: form.level * 1200 }));
    const ridden = rode(4, 1);
    expect(next({ forms: longer, ridden, seconds: 3600 })).toBeUndefined();
    expect(next({ forms: longer, ridden, seconds: 3600, phase: "peak" })).toBe("threshold 3");
  });

  it("is of the next ladder where the first has none", () => {
    const forms = [...ladder("vo2max_short", { isVo2: true, highestPower: 1.2 }), ...ladder("threshold")];
    const families = ["vo2max_short", "threshold"];
    expect(next({ forms, families })).toBe("vo2max_short 3");
    expect(next({ forms, families, mayBeVo2: false })).toBe("threshold 3");
    expect(next({ forms, families: ["tempo", "threshold"] })).toBe("threshold 3");
  });

  it("leaves out what the rider's level cannot hold", () => {
    const forms = ladder("threshold").map((form) => ({
      ...form,
      feasibleFor: form.level > 2 ? (["advanced"] as const) : (["intermediate", "advanced"] as const),
    }));
    expect(next({ forms })).toBe("threshold 2");
    expect(next({ forms, level: "beginner" })).toBeUndefined();
  });

  it("is not the same workout again within 14 days where another ladder serves", () => {
    const forms = [...ladder("threshold"), ...ladder("tempo")];
    const held: Asked = { forms, families: ["threshold", "tempo"], advance: false, ridden: rode(3, 5) };
    expect(next({ ...held, week: 6 })).toBe("tempo 3");
    expect(next({ ...held, week: 7 })).toBe("threshold 3");
    // Another form of the same rung is another workout where it asks for other work, and the same where it does not.
    const other = (keyWork: string) => [...forms, rung("threshold", 3, { id: "other", keyWork })];
    expect(next({ ...held, forms: other("4x5@48"), week: 6 })).toBe("threshold 3");
    expect(next({ ...held, forms: other("2x10@48"), week: 6 })).toBe("tempo 3");
    // With nothing else to ride it comes again.
    expect(next({ ...held, families: ["threshold"], week: 6 })).toBe("threshold 3");
  });
});

describe("the rungs ridden", () => {
  it("remember each week of a level, and begin anew with the next", () => {
    const twice = rode(3, 6, "build", rode(3, 5));
    expect(twice.rungs.get("threshold")).toEqual({ level: 3, phase: "build", weeks: [5, 6] });
    expect(rode(4, 7, "build", twice).rungs.get("threshold")).toEqual({ level: 4, phase: "build", weeks: [7] });
    expect(noRungsYet.rungs.size).toBe(0);
  });
});
