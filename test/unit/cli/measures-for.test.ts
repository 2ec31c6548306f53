import { describe, expect, it } from "vitest";
import { measuresFor } from "../../../src/cli/measures-for.ts";
import { aSystem } from "./a-system.ts";

describe("units and clock of the views", () => {
  it.each([
    [{}, "metric", "24"],
    [{ LANG: "C.UTF-8" }, "metric", "24"],
    [{ LANG: "POSIX" }, "metric", "24"],
    [{ LANG: "en_US.UTF-8" }, "imperial", "12"],
    [{ LANG: "de_DE.UTF-8" }, "metric", "24"],
    [{ LANG: "de_DE@euro" }, "metric", "24"],
    [{ LANG: "en_AU" }, "metric", "12"],
    [{ LANG: "en_US.UTF-8", LC_MEASUREMENT: "de_DE.UTF-8" }, "metric", "12"],
    [{ LANG: "en_US.UTF-8", LC_TIME: "en_GB.UTF-8" }, "imperial", "24"],
    [{ LANG: "de_DE.UTF-8", LC_ALL: "en_US.UTF-8" }, "imperial", "12"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "" }, "imperial", "12"],
    [{ LANG: "klingon/../x" }, "metric", "24"],
  ])("follow the locale %j: %s, %s hours", (env, units, clock) => {
    expect(measuresFor(aSystem({ env }), {})).toMatchObject({ units, clock });
  });

  it("follow the system where no variable names a locale and it has a region of its own", () => {
    const windows = { platform: "win32", locale: () => "en-US" };
    expect(measuresFor(aSystem(windows), {})).toMatchObject({ units: "imperial", clock: "12" });
    expect(measuresFor(aSystem({ ...windows, platform: "linux" }), {})).toMatchObject({ units: "metric", clock: "24" });
  });

  it("are those that somebody named, whatever the locale", () => {
    const system = aSystem({ env: { LANG: "en_US.UTF-8" } });
    expect(measuresFor(system, { units: "metric", clock: "24" })).toMatchObject({ units: "metric", clock: "24" });
  });
});
