import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { currentPlan, currentPlanFile, rememberPlan } from "../../../src/storage/current-plan.ts";
import { mayRemember } from "../../../src/cli/remember-plan.ts";
import { placesOf } from "../../../src/cli/places.ts";
import { resolveSettings, type SettingFlags } from "../../../src/cli/settings.ts";
import { aFolder } from "../storage/a-folder.ts";
import { aSystem } from "./a-system.ts";

describe("places", () => {
  it.each([
    ["linux", {}, "/home/a/.config/cycling-plan", "/home/a/.local/state/cycling-plan"],
    ["linux", { XDG_CONFIG_HOME: "/c", XDG_STATE_HOME: "/s" }, "/c/cycling-plan", "/s/cycling-plan"],
    ["linux", { XDG_CONFIG_HOME: "relative" }, "/home/a/.config/cycling-plan", "/home/a/.local/state/cycling-plan"],
    ["freebsd", {}, "/home/a/.config/cycling-plan", "/home/a/.local/state/cycling-plan"],
    [
      "darwin",
      { XDG_CONFIG_HOME: "/c" },
      "/home/a/Library/Application Support/cycling-plan",
      "/home/a/Library/Application Support/cycling-plan/state",
    ],
  ])("on %s with %j", (platform, env, settings, state) => {
    expect(placesOf({ platform, env, home: "/home/a" })).toEqual({ settings, state });
  });

  it("on Windows, with and without its variables", () => {
    const home = "C:\\Users\\a";
    expect(placesOf({ platform: "win32", env: {}, home })).toEqual({
      settings: "C:\\Users\\a\\AppData\\Roaming\\cycling-plan",
      state: "C:\\Users\\a\\AppData\\Local\\cycling-plan",
    });
    expect(placesOf({ platform: "win32", env: { APPDATA: "D:\\R", LOCALAPPDATA: "D:\\L" }, home })).toEqual({
      settings: "D:\\R\\cycling-plan",
      state: "D:\\L\\cycling-plan",
    });
  });
});

describe("settings", () => {
  const withFiles = async (project: unknown, user: unknown): Promise<{ cwd: string; home: string }> => {
    const [cwd, home] = [await aFolder(), await aFolder()];
    const settings = placesOf(aSystem({ home })).settings;
    await mkdir(settings, { recursive: true });
    if (project !== undefined) await writeFile(join(cwd, "cycling-plan.json"), JSON.stringify(project));
    if (user !== undefined) await writeFile(join(settings, "settings.json"), JSON.stringify(user));
    return { cwd, home };
  };

  it("come from flag, environment, project, user and default, in this order", async () => {
    const files = await withFiles({ out: "project", colour: "never" }, { out: "user", colour: "always", quiet: true });
    const env = { CYCLING_PLAN_OUT: "env" };
    const outOf = async (flags: object, variables: Record<string, string>): Promise<string> =>
      (await resolveSettings(aSystem({ ...files, env: variables }), flags)).out.slice(files.cwd.length + 1);
    expect(await outOf({ out: "flag" }, env)).toBe("flag");
    expect(await outOf({}, env)).toBe("env");
    expect(await outOf({}, {})).toBe("project");
    const resolved = await resolveSettings(aSystem(files), {});
    expect(resolved).toMatchObject({
      colour: "never",
      quiet: true,
      files: [join(files.cwd, "cycling-plan.json"), expect.any(String) as unknown],
    });
    const only = await withFiles(undefined, { out: "user" });
    expect((await resolveSettings(aSystem(only), {})).out).toBe(join(only.cwd, "user"));
    expect((await resolveSettings(aSystem({ cwd: "/nowhere" }), {})).out).toBe("/nowhere/plans");
  });

  it("cannot be changed afterwards", async () => {
    expect(Object.isFrozen(await resolveSettings(aSystem(), {}))).toBe(true);
  });

  it.each([
    [{ owt: "x" }, "owt: unknown key -> did you mean out?"],
    [{ out: 5 }, "out: 5 -> expected a path"],
    [{ colour: "red" }, "colour: red -> expected auto, always or never"],
    [{ quiet: "yes" }, "quiet: yes -> expected true or false"],
    [[], "file: an empty list"],
    [JSON.parse('{"__proto__": {"out": "x"}}'), "__proto__: unknown key"],
  ])("a file with %j is refused", async (project, says) => {
    const files = await withFiles(project, undefined);
    await expect(resolveSettings(aSystem(files), {})).rejects.toThrow(says);
    await expect(resolveSettings(aSystem(files), {})).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });

  it.each([
    [{ CYCLING_PLAN_OTU: "x" }, "CYCLING_PLAN_OTU: unknown variable -> did you mean CYCLING_PLAN_OUT?"],
    [{ CYCLING_PLAN_QUIET: "maybe" }, "CYCLING_PLAN_QUIET: maybe -> expected 1 or 0"],
    [{ CYCLING_PLAN_COLOUR: "red" }, "CYCLING_PLAN_COLOUR: red -> expected auto"],
    [{ CYCLING_PLAN_TODAY: "2027-02-30" }, "CYCLING_PLAN_TODAY: 2027-02-30 -> expected a day that exists"],
  ])("an environment with %j is refused", async (env, says) => {
    await expect(resolveSettings(aSystem({ env }), {})).rejects.toThrow(says);
  });

  it.each([
    [{ NO_COLOR: "1" }, "never"],
    [{ NO_COLOR: "" }, "auto"],
    [{ FORCE_COLOR: "1" }, "always"],
    [{ FORCE_COLOR: "0" }, "auto"],
    [{ CYCLING_PLAN_COLOUR: "always", NO_COLOR: "1" }, "always"],
  ])("colour with %j is %s", async (env, colour) => {
    expect((await resolveSettings(aSystem({ env }), {})).colour).toBe(colour);
  });

  it.each([
    [{}, {}, undefined, false],
    [{ quiet: true }, {}, undefined, true],
    [{}, { CYCLING_PLAN_QUIET: "1" }, undefined, true],
    [{}, { CYCLING_PLAN_QUIET: "true" }, undefined, true],
    [{}, { CYCLING_PLAN_QUIET: "0" }, { quiet: true }, false],
    [{}, {}, { quiet: true }, true],
  ])("quiet by flag %j, environment %j, project %j: %j", async (flags, env, project, expected) => {
    const files = await withFiles(project, undefined);
    expect((await resolveSettings(aSystem({ ...files, env }), flags as SettingFlags)).quiet).toBe(expected);
  });

  it("fix the clock only where both day and seed are given", async () => {
    expect(await resolveSettings(aSystem(), { today: "2027-01-01", seed: "s" })).toMatchObject({
      today: "2027-01-01",
      seed: "s",
      isFixed: true,
    });
    expect(await resolveSettings(aSystem(), { seed: "s" })).toMatchObject({ today: "2026-12-01", isFixed: false });
    expect(await resolveSettings(aSystem(), { today: "2027-01-01" })).toMatchObject({
      seed: undefined,
      isFixed: false,
    });
    const env = { CYCLING_PLAN_TODAY: "2027-01-01", CYCLING_PLAN_SEED: "s" };
    expect(await resolveSettings(aSystem({ env }), {})).toMatchObject({
      today: "2027-01-01",
      seed: "s",
      isFixed: true,
    });
    await expect(resolveSettings(aSystem(), { today: "soon" })).rejects.toThrow(
      "--today: soon -> expected a day that exists",
    );
  });
});

describe("the current plan", () => {
  const terminal = { isTerminal: { input: true, output: true, chatter: true } };

  it.each([
    [terminal, false, true],
    [{}, false, false],
    [terminal, true, false],
    [{ ...terminal, env: { CI: "true" } }, false, false],
    [{ ...terminal, env: { CI: "" } }, false, true],
  ])("%j, quiet %j: remembered %j", (change, isQuiet, expected) => {
    expect(mayRemember(aSystem(change), isQuiet)).toBe(expected);
  });

  it("is remembered in the state directory and read again", async () => {
    const { state } = placesOf(aSystem({ home: await aFolder() }));
    expect(await currentPlan(state)).toBeUndefined();
    await rememberPlan(state, "/plans/a_plan.json");
    expect(await currentPlan(state)).toBe("/plans/a_plan.json");
    await rememberPlan(state, "/plans/b_plan.json");
    expect(await currentPlan(state)).toBe("/plans/b_plan.json");
    expect(currentPlanFile(state)).toContain("/.local/state/cycling-plan/");
  });
});
