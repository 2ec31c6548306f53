import { describe, expect, it } from "vitest";
import { seededChance } from "../../../src/base/chance.ts";
import { checkPlanId, newPlanId } from "../../../src/storage/plan-id.ts";
import { namedPlanFile } from "../../../src/storage/plan-folder.ts";

describe("plan ids", () => {
  it.each(["spring-century", "a", "Plan_2027.v2", "x".repeat(100), "console", "nul-2"])("%j may be used", (id) => {
    expect(checkPlanId(id)).toBe(id);
  });

  it.each([
    "",
    "a/b",
    "..",
    "../x",
    "a..b",
    "/etc/passwd",
    "C:\\x",
    "a\\b",
    ".hidden",
    "-flag",
    "con",
    "NUL.txt",
    "com1",
    "a.",
    "a b",
    "é",
    "a\u0000b",
    "x".repeat(101),
  ])("%j is refused", (id) => {
    expect(() => checkPlanId(id)).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }) as Error);
  });

  it("are made of what, when and four letters", () => {
    expect(newPlanId("gran_fondo", "2027-03-14", seededChance("s"))).toMatch(/^gran-fondo-2027-03-14-[a-z2-9]{4}$/);
    expect(newPlanId("¡¿?", "2027-03-14", seededChance("s"))).toMatch(/^plan-2027/);
    expect(checkPlanId(newPlanId("../../etc", "2027-03-14", seededChance("s")))).toMatch(/^etc-/);
    expect(newPlanId("x", "2027-03-14", seededChance("a"))).not.toBe(newPlanId("x", "2027-03-14", seededChance("b")));
  });

  it("are read back from file names", () => {
    expect(namedPlanFile("/x/my_plan_plan.json")).toEqual({ planId: "my_plan", kind: "plan" });
    expect(namedPlanFile("a_week_12.json")).toEqual({ planId: "a", kind: "week" });
    expect(namedPlanFile("a_activities.csv")).toEqual({ planId: "a", kind: "activities" });
    expect(namedPlanFile("plan.json")).toBeUndefined();
    expect(namedPlanFile("a_week_.json")).toBeUndefined();
  });
});
