import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Workout } from "../../src/workout/schema.ts";
import { wattsOfSession } from "../support/a-ridden-session.ts";
import { fitRide } from "../support/fit-ride.ts";
import { anIcuServer, ICU_KEY, type IcuServer } from "./an-intervals-server.ts";
import { aPlanToRide, ridesOfWeek } from "./ridden-plan.ts";
import { flat, runCli, type Ran } from "./run-cli.ts";

/** The Wednesday of week 5. */
const TODAY = "2027-01-06";

const pull = (cwd: string, server: IcuServer, ...args: string[]): Promise<Ran> =>
  runCli(["pull", "mine", ...args], { cwd, env: { CYCLING_PLAN_TODAY: TODAY, TZ: "UTC", ...server.env } });

const notedIn = (cwd: string): Promise<string> => readFile(join(cwd, "plans", "mine_rides.jsonl"), "utf8");

/** A ride as their list has it, by default the whole session at 18:30. */
const ridden = ({ date, duration_min: minutes, tss }: Workout, change: Record<string, unknown> = {}) => ({
  id: `i${date.replaceAll("-", "")}`,
  start_date_local: `${date}T18:30:00`,
  type: "Ride",
  name: "Home with Ann",
  moving_time: Math.round(minutes * 60),
  elapsed_time: Math.round(minutes * 60) + 60,
  icu_training_load: Math.round(tss),
  source: "GARMIN_CONNECT",
  ...change,
});

async function aRiddenWeek(): Promise<{ cwd: string; tue: Workout; thu: Workout }> {
  const cwd = await aPlanToRide();
  const [tue] = await ridesOfWeek(cwd, 5);
  const [, thu] = await ridesOfWeek(cwd, 4);
  if (tue === undefined || thu === undefined) throw new Error("two rides");
  return { cwd, tue, thu };
}

describe("pull --from intervals.icu", () => {
  it("notes rides with the sessions that they were, each once, and remembers where they come from", async () => {
    const { cwd, tue, thu } = await aRiddenWeek();
    const server = await anIcuServer();
    server.calendar.activities = [
      ridden(tue),
      ridden(thu, { moving_time: 1200, icu_training_load: 15 }),
      ridden(tue, { id: "i5", type: "Run" }),
      ridden(tue, { id: "i6", start_date_local: "2026-11-20T10:00:00" }),
      { id: "i7", start_date_local: `${tue.date}T12:00:00`, source: "STRAVA", _note: "not served" },
      { id: "i8", source: "STRAVA", type: null },
    ];
    const first = await pull(cwd, server, "--from", "intervals.icu");
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: "" });
    expect(flat(first.out)).toMatch(/2 new rides in intervals\.icu\./);
    expect(flat(first.out)).toContain(
      "2 activities there came from Strava, and the API of intervals.icu serves none of these",
    );
    const text = await notedIn(cwd);
    expect(text).not.toContain("Ann");
    const lines = text.trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>); // prettier-ignore
    expect(lines).toHaveLength(2);
    expect(lines.find(({ date }) => date === tue.date)).toMatchObject({
      start: `${tue.date}T18:30:00`,
      minutes: tue.duration_min,
      load_measured: true,
      file: "intervals.icu/activities.csv",
      session: tue.id,
    });
    const again = await pull(cwd, server);
    expect(flat(again.out)).toContain("No new ride in intervals.icu.");
    expect(await notedIn(cwd)).toBe(text);
    const { out } = await pull(cwd, server, "--json");
    expect(JSON.parse(out)).toMatchObject({ folders: ["intervals.icu"], rides: [], from_strava: 2 });
    const asked = server.calendar.asked.length;
    const forgotten = await pull(cwd, server, "--forget", "intervals.icu");
    expect({ code: forgotten.code, asked: server.calendar.asked.length }).toEqual({ code: 0, asked });
    expect((await pull(cwd, server)).code).toBe(2);
  });

  it("reads the recording of a new ride, whatever clock the recording has, and not again", async () => {
    const { cwd, tue } = await aRiddenWeek();
    const server = await anIcuServer();
    const ride = ridden(tue);
    server.calendar.activities = [ride];
    const fit = (start: string): Uint8Array => fitRide({ start, watts: wattsOfSession(tue, 265) });
    server.calendar.recordings.set(ride.id, fit(`${tue.date}T18:30:00Z`));
    expect((await pull(cwd, server, "--from", "intervals.icu")).code).toBe(0);
    const [noted] = (await notedIn(cwd)).trim().split("\n").map((line) => JSON.parse(line) as { file: string; efforts?: unknown[] }); // prettier-ignore
    expect(noted?.file).toBe(`intervals.icu/${ride.id}.fit`);
    expect(noted?.efforts?.length).toBeGreaterThan(1);
    await pull(cwd, server);
    const recordings = server.calendar.asked.filter(({ path }) => path.includes("fit-file"));
    expect(recordings).toHaveLength(1);
    const other = await aRiddenWeek();
    server.calendar.recordings.set(ride.id, fit(`${tue.date}T08:30:00Z`));
    expect((await pull(other.cwd, server, "--from", "intervals.icu")).code).toBe(0);
    expect((await notedIn(other.cwd)).trim().split("\n")).toHaveLength(1);
  });

  it.each<[string, (server: IcuServer) => void, RegExp]>([
    ["a wrong key", (server) => (server.act = () => ({ status: 401 })), /did not accept the key/],
    ["no list", (server) => (server.act = () => ({ status: 200, body: "{}" })), /no list of activities/],
    ["silence", (server) => (server.act = () => "silence"), /took too long/],
  ])("notes nothing where there is %s", async (_name, set, words) => {
    const { cwd, tue } = await aRiddenWeek();
    const server = await anIcuServer();
    server.calendar.activities = [ridden(tue)];
    set(server);
    const { code, err } = await pull(cwd, server, "--from", "intervals.icu", "--timeout", "1");
    expect(code).toBe(3);
    expect(flat(err)).toMatch(words);
    expect(err).not.toContain(ICU_KEY);
    await expect(notedIn(cwd)).rejects.toThrow("ENOENT");
  });
});
