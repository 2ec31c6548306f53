import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { anIcuServer, ICU_KEY, type Act, type IcuServer } from "./an-intervals-server.ts";
import { aLivingPlan, BY_HEART_RATE, BY_POWER } from "./living-plan.ts";
import { flat, runCli, type Ran } from "./run-cli.ts";

/** A Tuesday before the plan, and the Wednesday of its week 5. */
const BEFORE = "2026-12-01";
const MIDWAY = "2027-01-06";

interface Diff {
  readonly create: readonly { readonly id: string; readonly date: string; readonly name: string }[];
  readonly update: readonly { readonly id: string }[];
  readonly delete: readonly { readonly id: string; readonly date: string }[];
  readonly same: readonly unknown[];
  readonly others: number;
  readonly sent: boolean;
}

const pushOn = (cwd: string, day: string, server: IcuServer, ...args: string[]): Promise<Ran> =>
  runCli(["push", "mine", ...args], { cwd, env: { CYCLING_PLAN_TODAY: day, ...server.env } });

async function diffOn(cwd: string, day: string, server: IcuServer, ...args: string[]): Promise<Diff> {
  const ran = await pushOn(cwd, day, server, "--json", ...args);
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
  return JSON.parse(ran.out) as Diff;
}

const changed = ({ create, update, delete: gone }: Diff): number => create.length + update.length + gone.length;

const FOREIGN = { category: "WORKOUT", start_date_local: "2027-01-12T18:00:00", name: "Run with Ann", type: "Run" };

describe("push", () => {
  it("shows the calendar by day and sends nothing without --yes", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const server = await anIcuServer();
    server.calendar.put(FOREIGN);
    const { code, out, err } = await pushOn(cwd, BEFORE, server);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("mine · intervals.icu, the owner of the key");
    expect(out).toMatch(/^7 to 13 Dec$/m);
    expect(out).toMatch(/^\+ Mon 7 {3}Week 1 of 12: base$/m);
    expect(out).toMatch(/^\+ Tue 8 /m);
    expect(flat(out)).toMatch(
      /\d+ to create, 0 the same\. Past days stay as they are\. 1 entry of others: never touched\./,
    );
    expect(flat(out)).toContain("Nothing was sent. Do it: cycling-plan push --yes");
    expect(server.calendar.asked.map(({ method }) => method)).not.toContain("POST");
    expect(server.calendar.events.size).toBe(1);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("brings the plan there, and twice is no change", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const server = await anIcuServer({ keepsUid: false, rewrites: true });
    const foreign = server.calendar.put(FOREIGN);
    const seen = await diffOn(cwd, BEFORE, server);
    const done = await pushOn(cwd, BEFORE, server, "--yes");
    expect(flat(done.out)).toContain("Done, and read again: the calendar holds the plan.");
    expect(server.calendar.events.size).toBe(seen.create.length + 1);
    expect(server.calendar.events.get(foreign.id)).toEqual(foreign);
    const again = await pushOn(cwd, BEFORE, server, "--yes");
    expect(flat(again.out)).toContain("The calendar holds the plan: nothing to do.");
    const asked = server.calendar.asked.map(({ method, path }) => `${method} ${path.split("?")[0] ?? ""}`);
    expect(asked.filter((one) => !one.startsWith("GET"))).toEqual([
      "POST /api/v1/athlete/0/events/bulk",
      "POST /api/v1/athlete/0/events/bulk",
    ]);
    expect(asked.some((one) => /DELETE|events$/.test(one) && !one.startsWith("GET"))).toBe(false);
    const ride = [...server.calendar.events.values()].find(({ target }) => target === "POWER");
    expect(ride).toMatchObject({ category: "WORKOUT", type: "Ride", external_id: expect.stringMatching(/^mine-w\d\dd\d@cycling-plan$/) as string }); // prettier-ignore
  });

  it("follows a change: it moves, renews and takes away what it made, and nothing else; past days stay", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const server = await anIcuServer();
    await pushOn(cwd, BEFORE, server, "--yes");
    const foreign = server.calendar.put(FOREIGN);
    const before = structuredClone(server.calendar.events);
    const change = await runCli(["change", "off thu-sun", "--plan", "mine", "--yes"], { cwd, env: { CYCLING_PLAN_TODAY: MIDWAY } }); // prettier-ignore
    expect({ code: change.code, err: change.err }).toEqual({ code: 0, err: "" });
    expect(flat(change.out)).toContain("Your intervals.icu calendar still holds the plan as it was: cycling-plan push");
    const diff = await diffOn(cwd, MIDWAY, server, "--yes");
    expect(diff.delete.length).toBeGreaterThan(0);
    expect(diff.sent).toBe(true);
    for (const { date } of diff.delete) expect(date >= MIDWAY).toBe(true);
    expect(server.calendar.events.get(foreign.id)).toEqual(foreign);
    for (const [id, event] of before)
      if (String(event.start_date_local) < MIDWAY) expect(server.calendar.events.get(id)).toEqual(event);
    expect(changed(await diffOn(cwd, MIDWAY, server, "--yes"))).toBe(0);
    const undo = await runCli(["undo", "--plan", "mine", "--yes"], { cwd, env: { CYCLING_PLAN_TODAY: MIDWAY } });
    expect(flat(undo.out)).toContain("cycling-plan push");
    await diffOn(cwd, MIDWAY, server, "--yes");
    const names = ({ events }: IcuServer["calendar"]): string[] =>
      [...events.values()].map((event) => `${String(event.start_date_local)} ${String(event.name)}`).sort();
    expect(names(server.calendar)).toEqual([...before.values()].map((event) => `${String(event.start_date_local)} ${String(event.name)}`).sort()); // prettier-ignore
  });

  it("leaves a ride that was ridden as it is, and puts right what was changed there by hand", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const server = await anIcuServer();
    await pushOn(cwd, BEFORE, server, "--yes");
    const rides = [...server.calendar.events.values()].filter(({ target }) => target === "POWER");
    const [ridden, renamed, described] = rides;
    if (ridden === undefined || renamed === undefined || described === undefined) throw new Error("three rides");
    Object.assign(ridden, { paired_activity_id: "i1", name: "Ridden" });
    renamed.name = "By hand";
    described.description = "By hand";
    const diff = await diffOn(cwd, BEFORE, server, "--yes");
    expect(diff.update).toHaveLength(2);
    expect(changed(diff)).toBe(2);
    expect(server.calendar.events.get(ridden.id)?.name).toBe("Ridden");
    expect(server.calendar.events.get(renamed.id)?.name).not.toBe("By hand");
  });

  it("sends no words of the rider, and no answers about health or weight", async () => {
    const cwd = await aLivingPlan([
      ...BY_POWER, "--goal", "Ride with my father Johannes", "--weight", "71.3", "--fixed-ride", "wed:60:easy:Cafe Zwetschge loop",
      "--age", "52", "--health", "heart disease",
    ]); // prettier-ignore
    const server = await anIcuServer();
    expect((await pushOn(cwd, BEFORE, server, "--yes")).code).toBe(0);
    const sent = JSON.stringify(server.calendar.asked);
    expect(sent).toContain("A ride of your own");
    expect(sent).not.toMatch(/Johannes|father|Zwetschge|71\.3|heart disease|health/i);
    expect(
      Object.keys(server.headers[0] ?? {})
        .sort()
        .join(),
    ).not.toMatch(/cookie|referer/);
  });

  it("says rides by heart rate and by feel in those terms", async () => {
    const server = await anIcuServer();
    await pushOn(await aLivingPlan(BY_HEART_RATE), BEFORE, server, "--yes");
    const rides = [...server.calendar.events.values()].filter(({ type, category }) => type === "Ride" && category === "WORKOUT"); // prettier-ignore
    expect(rides.map(({ target }) => target)).toContain("HR");
    expect(rides.some(({ description }) => String(description).includes("% LTHR"))).toBe(true);
    const other = await anIcuServer();
    const feel = await aLivingPlan(["--train-by", "feel", ...BY_HEART_RATE.slice(4)]);
    await pushOn(feel, BEFORE, other, "--yes");
    const steps = [...other.calendar.events.values()].map(({ description }) => String(description)).join("\n");
    expect(steps).toMatch(/^- .*RPE \d/m);
    expect(steps).not.toMatch(/^- .*\d%/m);
  });

  it("remembers when sessions begin", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const server = await anIcuServer();
    await pushOn(cwd, BEFORE, server, "--yes", "--at", "18:30");
    expect(changed(await diffOn(cwd, BEFORE, server))).toBe(0);
    const hours = [...server.calendar.events.values()].map(({ start_date_local: start }) =>
      String(start).slice(11, 16),
    );
    expect(new Set(hours)).toEqual(new Set(["00:00", "18:30"]));
    const { code, err } = await pushOn(cwd, BEFORE, server, "--at", "noonish");
    expect({ code, says: err.includes("--at") }).toEqual({ code: 2, says: true });
  });

  it("knows on another machine what is there", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const server = await anIcuServer();
    await pushOn(cwd, BEFORE, server, "--yes");
    const other = { ...server.env, XDG_STATE_HOME: join(cwd, "elsewhere"), CYCLING_PLAN_TODAY: BEFORE };
    const { out } = await runCli(["push", "mine", "--json"], { cwd, env: other });
    expect(changed(JSON.parse(out) as Diff)).toBe(0);
  });
});

describe("push where something goes wrong", () => {
  const failing = async (act: Act | undefined, ...args: string[]): Promise<Ran & { readonly server: IcuServer }> => {
    const server = await anIcuServer();
    server.act = () => act;
    const ran = await pushOn(await aLivingPlan(BY_POWER), BEFORE, server, "--yes", ...args);
    expect(`${ran.out}${ran.err}`).not.toContain(ICU_KEY);
    expect(`${ran.out}${ran.err}`).not.toContain(Buffer.from(`API_KEY:${ICU_KEY}`).toString("base64"));
    return { ...ran, server };
  };

  it.each<[string, Act, RegExp]>([
    [
      "a wrong key",
      { status: 401, body: `{"error":"No key ${ICU_KEY}"}` },
      /did not accept the key.*Check INTERVALS_ICU_API_KEY/,
    ],
    ["another athlete", { status: 403 }, /does not let this key at the calendar of athlete 0.*--athlete/],
    ["no such athlete", { status: 404 }, /knows no athlete 0.*--athlete/],
    ["a refusal", { status: 422, body: '{"error":"what is that"}' }, /refused what was asked: what is that/],
    ["a page", "page", /that is none of its own: a web page came back/],
    ["no JSON", { status: 200, body: "[{" }, /that is none of its own: what came back is no JSON/],
    ["something else", { status: 200, body: '{"events":[]}' }, /none of its own: what came back is no list of entries/],
    [
      "an entry without a day",
      { status: 200, body: '[{"id":1,"start_date_local":"soon"}]' },
      /an entry of the calendar has no day/,
    ],
    [
      "a way elsewhere",
      { status: 307, headers: { location: "http://127.0.0.1:1/" } },
      /sends on to another address \(307\)/,
    ],
    ["a busy service", { status: 503 }, /has too much to do.*goes on where it stopped/],
  ])("says what to do about %s, in one sentence", async (_name, act, words) => {
    const { code, err, out } = await failing(act);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(flat(err)).toMatch(words);
    expect(flat(err)).toContain("Nothing was sent.");
    expect(err).not.toMatch(/^ +at /m);
  });

  it("waits as long as it is asked to, and gives up where that is longer than it has", async () => {
    const server = await anIcuServer();
    const cwd = await aLivingPlan(BY_POWER);
    server.act = (number) => (number % 2 === 0 ? "too often" : undefined);
    const ran = await pushOn(cwd, BEFORE, server, "--yes");
    expect(ran.code).toBe(0);
    expect(ran.err).toContain("asking again in 1 s");
    expect(new Set([...server.calendar.events.values()].map((event) => event.external_id)).size).toBe(server.calendar.events.size); // prettier-ignore
    const started = performance.now();
    const late = await failing({ status: 429, headers: { "retry-after": "60" } }, "--timeout", "20");
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(late.code).toBe(3);
    expect(flat(late.err)).toContain("is asked too often; it asks to wait 60 seconds. Nothing was sent.");
    expect(late.server.headers).toHaveLength(1);
  });

  it.each<Act>(["silence", "stall"])("ends with its time where there is %s", async (act) => {
    const started = performance.now();
    const { code, err } = await failing(act, "--timeout", "1");
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(code).toBe(3);
    expect(flat(err)).toMatch(/took too long.*--timeout/);
  });

  it("goes on where it stopped", async () => {
    const server = await anIcuServer();
    const cwd = await aLivingPlan(BY_POWER);
    let posts = 0;
    server.act = () =>
      server.calendar.asked.at(-1)?.method === "POST" && (posts += 1) > 0 ? { status: 401 } : undefined;
    const first = await pushOn(cwd, BEFORE, server, "--yes");
    expect(first.code).toBe(3);
    expect(flat(first.err)).toMatch(/40 of \d+ entries were sent; nothing of others was touched\./);
    server.act = () => undefined;
    expect((await pushOn(cwd, BEFORE, server, "--yes")).code).toBe(0);
    expect(changed(await diffOn(cwd, BEFORE, server))).toBe(0);
  });

  it("does not send again and again to a calendar that keeps no names", async () => {
    const server = await anIcuServer({ keepsUid: false });
    const put = server.calendar.put.bind(server.calendar);
    server.calendar.put = (fields) => put({ ...fields, external_id: null });
    const { code, err } = await pushOn(await aLivingPlan(BY_POWER), BEFORE, server, "--yes");
    expect(code).toBe(3);
    expect(flat(err)).toContain("took what was sent, and does not show it afterwards");
    expect(server.calendar.asked.filter(({ method }) => method === "POST")).toHaveLength(2);
  });

  it.each([
    [{ INTERVALS_ICU_API_KEY: "" }, 3, "There is no key for intervals.icu: INTERVALS_ICU_API_KEY is not set."],
    [{ INTERVALS_ICU_API_KEY: "two words" }, 3, "holds characters that no key has"],
    [{ INTERVALS_ICU_BASE_URL: "http://example.org" }, 2, "expected https, or http on this machine"],
    [{ INTERVALS_ICU_BASE_URL: "https://me:secret@example.org" }, 2, "expected https, or http on this machine"],
    [{ INTERVALS_ICU_BASE_URL: "elsewhere" }, 2, "expected https"],
    [{ INTERVALS_ICU_BASE_URL: "http://127.0.0.1:1" }, 3, "bad port"],
  ])("%j: exit code %i", async (env, code, words) => {
    const server = await anIcuServer();
    const cwd = await aLivingPlan(BY_POWER);
    const ran = await runCli(["push", "mine"], { cwd, env: { CYCLING_PLAN_TODAY: BEFORE, ...server.env, ...env } });
    expect(ran.code).toBe(code);
    expect(flat(ran.err)).toContain(words);
    expect(ran.err).not.toContain("secret");
  });

  it.each([
    ["--athlete", "me"],
    ["--timeout", "soon"],
  ])("refuses %s %s", async (flag, value) => {
    const { code, err } = await pushOn(await aLivingPlan(BY_POWER), BEFORE, await anIcuServer(), flag, value);
    expect({ code, says: err.includes(flag) }).toEqual({ code: 2, says: true });
  });
});

describe("the key and the athlete", () => {
  const settled = async (mode: number): Promise<{ cwd: string; server: IcuServer; ran: Ran }> => {
    const cwd = await aLivingPlan(BY_POWER);
    const server = await anIcuServer();
    const folder = join(cwd, "home", ".config", "cycling-plan");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "keys.json"), JSON.stringify({ INTERVALS_ICU_API_KEY: ICU_KEY }));
    await chmod(join(folder, "keys.json"), mode);
    await writeFile(join(folder, "settings.json"), JSON.stringify({ intervals_athlete: "i4711" }));
    const env = { CYCLING_PLAN_TODAY: BEFORE, INTERVALS_ICU_BASE_URL: server.url };
    return { cwd, server, ran: await runCli(["push", "mine", "--yes"], { cwd, env }) };
  };

  it("come from the key file and the settings", async () => {
    const { ran, server, cwd } = await settled(0o600);
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: "" });
    expect(ran.out).toContain("mine · intervals.icu, athlete i4711");
    expect(server.calendar.asked[0]?.path).toMatch(/^\/api\/v1\/athlete\/i4711\/events\?oldest=/);
    const state = join(cwd, "home", ".local", "state", "cycling-plan", "pushed");
    const [folder = ""] = await readdir(state);
    const [file = ""] = await readdir(join(state, folder));
    const kept = await readFile(join(state, folder, file), "utf8");
    expect(kept).toContain("mine-w01d2@cycling-plan");
    expect(kept).not.toContain(ICU_KEY);
    expect(dirname(file)).toBe(".");
  });

  it.skipIf(process.platform === "win32")("are refused where others can read the key file", async () => {
    const { ran, server } = await settled(0o644);
    expect(ran.code).toBe(2);
    expect(flat(ran.err)).toContain("can be read by others (mode 644)");
    expect(server.headers).toHaveLength(0);
  });
});
