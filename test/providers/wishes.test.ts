import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wishRequest, wishWords } from "../../src/coach/interpret-wishes.ts";
import { MOST_WISH_CHARACTERS } from "../../src/athlete/wishes/read-wishes.ts";
import { PROVIDERS } from "../../src/providers/port.ts";
import { FIVE, FIXED, flat, runCli } from "../cli/run-cli.ts";
import { aService, say, type Act } from "./a-service.ts";
import { generateBy as generate, KEY, lawfulPlan } from "./generating.ts";
import { tokensOf } from "./tokens.ts";

const isAboutWishes = (body: unknown): boolean => JSON.stringify(body).includes("You read what a rider wishes");
const TEXT = "Only bergauf and never from the saddle up. No low cadence";
const answer = (wishes: readonly unknown[]): string => JSON.stringify({ wishes });
/** Answers about wishes so, and about the plan with what is no plan: the built-in planner makes it. */
const acting =
  (said: string) =>
  (body: Readonly<Record<string, unknown>>): Act =>
    say(isAboutWishes(body) ? said : "{}");

describe.each(PROVIDERS)("wishes read by %s", (provider) => {
  it("become terms where their quote stands in the text and the reader can read them", async () => {
    const said = answer([
      { term: "avoid", value: "standing", quote: "never from the saddle up" },
      { term: "avoid", value: "sprints", quote: "no sprints at all" },
      { term: "indoor", value: "moonday", quote: "bergauf" },
      { term: "no_such_term", value: "1", quote: "bergauf" },
    ]);
    const service = await aService({ acts: acting(said) });
    const ran = await generate(provider, service, ["--wishes", TEXT, "--yes"]);
    const { training_plan: plan } = await lawfulPlan(ran);
    // Our own reader's wish stays beside the model's; what no words say is dropped.
    expect(plan.athlete_profile.avoid).toEqual(["low_cadence", "standing"]);
    expect(flat(ran.err)).toContain('Left out: "bergauf", read as indoor moonday');
    expect(service.seen.filter(({ body }) => isAboutWishes(body))).toHaveLength(1);
    for (const { body } of service.seen.filter((one) => isAboutWishes(one.body))) {
      const most =
        body.max_tokens ?? body.max_completion_tokens ?? (body.options as { num_predict?: number }).num_predict;
      expect(most).toBeLessThan(600);
    }
    for (const file of await readdir(join(ran.cwd, "plans")))
      expect(await readFile(join(ran.cwd, "plans", file), "utf8"), file).not.toMatch(/saddle up|sk-secret/);
    expect(ran.out + ran.err).not.toContain(KEY);
  });
});

describe("a model that reads wishes", () => {
  it.each([
    ["random words", "lorem ipsum dolor"],
    ["another form", '{"terms": []}'],
    ["a list", "[1, 2]"],
  ])("answers %s: our own reader reads alone, and that is said once", async (_, said) => {
    const service = await aService({ acts: acting(said) });
    const ran = await generate("openai", service, ["--wishes", "no low cadence", "--yes"]);
    const { training_plan: plan } = await lawfulPlan(ran);
    expect(plan.athlete_profile.avoid).toEqual(["low_cadence"]);
    expect(ran.err.match(/cannot be read/g)).toHaveLength(1);
  });

  it("that adds load or lifts a limit is refused in a script, whatever it calls it", async () => {
    const lies = [
      { term: "prefer", value: "vo2max", quote: "bergauf" },
      { term: "accept_ramp", value: "yes", quote: "bergauf" },
      { term: "comeback", value: "8:surgery:cleared", quote: "bergauf" },
      { term: "health", value: "no-heart,no-symptoms", quote: "bergauf" },
      { term: "hours_in", value: "2027-01-01..2027-02-01=25", quote: "bergauf" },
      { term: "recent_hours", value: "20", quote: "bergauf" },
    ];
    for (const lie of lies) {
      const service = await aService({ acts: acting(answer([lie])) });
      const ran = await generate("openai", service, ["--wishes", TEXT, "--yes"]);
      expect(ran.code, lie.term).toBe(2);
      expect(flat(ran.err), lie.term).toContain('"bergauf" -> it adds load or lifts a limit');
    }
  });

  it("is recorded with the run, and the recording makes the same plan again without a key", async () => {
    const said = answer([{ term: "avoid", value: "standing", quote: "never from the saddle up" }]);
    const service = await aService({ acts: acting(said) });
    const wishes = ["--wishes", TEXT, "--yes"];
    const ran = await generate("openai", service, [...wishes, "--record", "tape", "--plan-id", "p"]);
    expect(ran.code).toBe(0);
    const first = await readFile(join(ran.cwd, "plans", "p_plan.json"), "utf8");
    const again = await runCli(
      ["generate", ...FIVE, ...FIXED, "--plan-id", "p", "--force", "--replay", "tape", ...wishes],
      { cwd: ran.cwd },
    );
    expect(again).toMatchObject({ code: 0 });
    expect(await readFile(join(ran.cwd, "plans", "p_plan.json"), "utf8")).toBe(first);
  });
});

describe("what reading wishes costs", () => {
  const longest = (text: string): string => text.repeat(MOST_WISH_CHARACTERS).slice(0, MOST_WISH_CHARACTERS);
  const TEXTS = [
    "No intervals over five minutes and Saturday is my three-hour group ride. ",
    "Keine Intervalle über fünf Minuten, samstags ist meine dreistündige Gruppenausfahrt. ",
    "Όχι διαλείμματα πάνω από πέντε λεπτά. ",
    "インターバルは5分以内、土曜日は3時間のグループライド。",
  ];

  it.each(PROVIDERS)("stays under 3,000 tokens at %s, the longest text and the form among them", (provider) => {
    for (const text of TEXTS) {
      const { system, messages, schema } = wishRequest(longest(text), "2027-01-04", { provider, model: "m" });
      const tokens = tokensOf([system, messages[0]?.content, JSON.stringify(schema?.json)].join("\n"));
      console.log(`${provider}: ${tokens} tokens`);
      expect(tokens).toBeLessThan(3000);
    }
  });

  it("is estimated without a key, and shown without being sent", async () => {
    const wishes = ["--wishes", "no sprints", "--provider", "anthropic"];
    const estimate = await runCli(["generate", ...FIVE, ...FIXED, ...wishes, "--estimate"]);
    expect(estimate).toMatchObject({ code: 0, err: "" });
    expect(flat(estimate.out)).toMatch(
      /^Your wishes: about \d{3,4} tokens sent in one request, and up to 599 answered/,
    );
    const shown = await runCli(["generate", ...FIVE, ...FIXED, ...wishes, "--show-prompt"]);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain(wishWords("no sprints", "2026-12-01").brief);
  });
});
