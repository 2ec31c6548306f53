import { describe, expect, it } from "vitest";
import { startedAs, tellingCommands, withCommands } from "../../../src/cli/started-as.ts";
import { shellWord } from "../../../src/cli/shell-word.ts";
import { aSystem } from "./a-system.ts";

const at = (script: string, env: Record<string, string> = {}) => ({
  script,
  env,
  cwd: "/home/ann/plans",
  platform: "linux",
});
const names = ["show", "today"];

describe("how a run was started", () => {
  it.each([
    ["/usr/local/bin/cycling-plan", {}, "cycling-plan"],
    ["/usr/lib/node_modules/cycling-plan/bin/cycling-plan.js", {}, "cycling-plan"],
    ["/home/ann/.npm/_npx/1/node_modules/.bin/cycling-plan", { npm_lifecycle_event: "npx" }, "npx cycling-plan"],
    ["/home/ann/plans/bin/cycling-plan.js", {}, "node bin/cycling-plan.js"],
    ["/home/ann/my clone/bin/cycling-plan.js", {}, "node '../my clone/bin/cycling-plan.js'"],
    ["/opt/clone/bin/cycling-plan.js", {}, "node /opt/clone/bin/cycling-plan.js"],
    ["", {}, "cycling-plan"],
  ])("%s with %j: %s", (script, env, said) => {
    expect(startedAs(at(script, env))).toBe(said);
  });

  it("is how commands are told, and nothing else is", () => {
    const told = (text: string, width = 80): string =>
      withCommands(text, { program: "node bin/cycling-plan.js", names, width });
    expect(told("Next   cycling-plan show sat")).toBe("Next   node bin/cycling-plan.js show sat");
    expect(told("cycling-plan makes plans; see ~/.config/cycling-plan today")).toBe(
      "cycling-plan makes plans; see ~/.config/cycling-plan today",
    );
    expect(told("One plan or another: cycling-plan show 2027-02-06", 50)).toBe(
      "One plan or another:\n  node bin/cycling-plan.js show 2027-02-06",
    );
    expect(told("\u001b[1mNext   \u001b[22mcycling-plan show sat")).toBe(
      "\u001b[1mNext   \u001b[22mnode bin/cycling-plan.js show sat",
    );
    expect(told("\u001b[2Kcycling-plan show")).toBe("\u001b[2Kcycling-plan show");
  });

  it("takes commands that stand side by side apart, each whole", () => {
    const told = (width: number) =>
      withCommands("More: cycling-plan show week 6 · show sat", {
        program: "node bin/cycling-plan.js",
        names: ["show"],
        width,
      });
    expect(told(80)).toBe("More: node bin/cycling-plan.js show week 6 · show sat");
    expect(told(50)).toBe("More: node bin/cycling-plan.js show week 6\n  node bin/cycling-plan.js show sat");
  });

  it("is told to a person only: scripts read the same everywhere", () => {
    const said = (output: boolean): string => {
      const system = aSystem({
        script: "/nowhere/bin/cycling-plan.js",
        isTerminal: { input: false, output, chatter: false },
      });
      tellingCommands(system, names).out("cycling-plan today\n");
      return system.printed().out;
    };
    expect(said(true)).toBe("node bin/cycling-plan.js today\n");
    expect(said(false)).toBe("cycling-plan today\n");
  });
});

describe("a word of a command line", () => {
  it.each([
    ["spring-2027", "linux", "spring-2027"],
    ["my plan", "linux", "'my plan'"],
    ["Ann's", "linux", "'Ann'\\''s'"],
    ["", "linux", "''"],
    ["C:\\plans\\a_plan.json", "win32", "C:\\plans\\a_plan.json"],
    ["my plan", "win32", '"my plan"'],
  ])("%s on %s is %s", (word, platform, typed) => {
    expect(shellWord(word, platform)).toBe(typed);
  });
});
