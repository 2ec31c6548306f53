/**
 * What our plans hold beside what plans written by people hold (docs/training-science.md, 9): 45 riders of five kinds, each with
 * three shares of recent riding and with and without an event, are planned by the program itself, and every figure is taken
 * from the segments of the files, second by second. `npm run plan-figures`, `-- --keep DIR` keeps the plans.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildDist } from "./build.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const BIN = join(ROOT, "bin", "cycling-plan.js");
const TODAY = "2026-12-01";
const FIRST_MONDAY = Date.UTC(2026, 11, 7);

const DAYS = ["tuesday", "thursday", "saturday", "sunday", "wednesday", "friday"];
/** Hours a week, riding days, level. */
const KINDS = [
  [4, 3, "beginner"],
  [6, 3, "intermediate"],
  [8, 4, "intermediate"],
  [10, 5, "advanced"],
  [14, 6, "advanced"],
];
const RECENT = [0.6, 0.85, 1];
const WEEKS = [8, 12, 16, 20];
/** Hours of each event. */
const EVENTS = {
  century: 6,
  gran_fondo: 7,
  gravel: 8,
  road_race: 3,
  criterium: 1,
  time_trial: 1,
  hill_climb: 0.25,
  mtb: 2.5,
};

function* requests() {
  const types = Object.keys(EVENTS);
  let i = 0;
  for (const [hours, days, level] of KINDS)
    for (const share of RECENT)
      for (const type of [undefined, types[i % types.length], types[(i + 3) % types.length]]) {
        const weeks = WEEKS[i++ % WEEKS.length];
        const eventDate = new Date(FIRST_MONDAY + (7 * weeks - 1) * 86_400_000).toISOString().slice(0, 10);
        yield {
          goal: type === undefined ? "Raise my FTP" : "Ride the event well",
          timeline:
            type === undefined
              ? { hasEvent: false, weeks }
              : { hasEvent: true, eventDate, eventType: type, eventHours: EVENTS[type] },
          profile: {
            ftp: 240,
            weight: 72,
            age: 38,
            weeklyHours: hours,
            experienceLevel: level,
            trainingDays: DAYS.slice(0, days),
            recentWeeklyHours: Math.round(hours * share * 10) / 10,
          },
        };
      }
}

const middle = (range) => (range.power_low_pct + range.power_high_pct) / 200;

/** Power of every second of a workout, as fractions of FTP. */
function* seconds(segments) {
  const hold = function* (minutes, power) {
    for (let i = 0; i < Math.round(minutes * 60); i++) yield power;
  };
  const ramp = function* (minutes, from, to) {
    const all = Math.round(minutes * 60);
    for (let i = 0; i < all; i++) yield (from + ((to - from) * (i + 0.5)) / all) / 100;
  };
  for (const s of segments) {
    if (s.type === "warmup") yield* ramp(s.duration_min, s.power_low_pct, s.power_high_pct);
    else if (s.type === "cooldown") yield* ramp(s.duration_min, s.power_high_pct, s.power_low_pct);
    else if (s.type === "ramp") yield* ramp(s.duration_min, s.power_start_pct, s.power_end_pct);
    else if (s.type === "free") yield* hold(s.duration_min, 0.65);
    else if (s.type === "interval")
      for (let set = 0; set < s.sets; set++) {
        yield* hold(s.work.duration_min, middle(s.work));
        if (s.recovery) yield* hold(s.recovery.duration_min, middle(s.recovery));
      }
    else yield* hold(s.duration_min, middle(s));
  }
}

const sum = (values) => values.reduce((total, value) => total + value, 0);
const mean = (values) => sum(values) / values.length;
const share = (values, part) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)];
const count = (power, from) => power.filter((value) => value >= from).length;

const figures = { key: [], intensity: [], low: [], monotony: [], hoursCut: [], loadCut: [], form: [], loss: [] };

function measure({ plan_metadata: meta, weekly_plan: weeks }) {
  let [ctl, atl, peak] = [meta.starting_ctl, meta.starting_atl, 0];
  let block = [];
  let [low, all] = [0, 0];
  for (const week of weeks) {
    let [time, load, hard] = [0, 0, 0];
    const days = new Map(week.workouts.map(({ date }) => [date, 0]));
    for (const { date, role, segments, tss } of week.workouts) {
      if (role !== "event" && segments.length > 0) {
        const power = [...seconds(segments)];
        time += power.length;
        load += tss;
        low += power.length - count(power, 0.7501);
        all += power.length;
        days.set(date, days.get(date) + tss);
        const isHard = count(power, 0.9) >= 480 || count(power, 1.0501) >= 240;
        if (isHard && role !== "openers" && role !== "test") hard += 1;
      }
    }
    for (const [date, today] of days) {
      if (date === meta.event?.date) {
        figures.form.push(ctl - atl);
        figures.loss.push(1 - ctl / peak);
      }
      [ctl, atl] = [ctl + (today - ctl) / 42, atl + (today - atl) / 7];
    }
    if (week.week_type !== "taper") peak = Math.max(peak, ctl);
    if (week.week_type === "recovery" && block.length > 0) {
      figures.hoursCut.push(1 - time / mean(block.map((one) => one.time)));
      figures.loadCut.push(1 - load / mean(block.map((one) => one.load)));
      block = [];
    } else if (week.week_type !== "recovery" && week.week_type !== "taper" && time > 0) {
      const daily = [...days.values()];
      const spread = Math.sqrt(mean(daily.map((value) => (value - mean(daily)) ** 2)));
      figures.key.push(hard);
      figures.intensity.push(Math.sqrt(load / (time / 3600) / 100));
      figures.monotony.push(mean(daily) / spread);
      block.push({ time, load });
    }
  }
  figures.low.push(low / all);
}

const { values } = parseArgs({ options: { keep: { type: "string" } } });
const folder = resolve(values.keep ?? mkdtempSync(join(tmpdir(), "cycling-plan-figures-")));
await buildDist();
let refused = 0;
for (const [i, request] of [...requests()].entries()) {
  const out = join(folder, `${i}`);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "request.json"), JSON.stringify(request));
  const fixed = ["--out", out, "--today", TODAY, "--seed", "1", "--quiet", "--force"];
  const { status } = spawnSync(process.execPath, [BIN, "generate", "--profile", join(out, "request.json"), ...fixed]);
  const plan = readdirSync(out).find((name) => name.endsWith("_plan.json"));
  if (status !== 0 || plan === undefined) refused += 1;
  else measure(JSON.parse(readFileSync(join(out, plan), "utf8")).training_plan);
}
console.log(`${figures.low.length} plans, ${refused} refused; smallest, median, mean, largest`);
for (const [name, all] of Object.entries(figures))
  console.log(
    `${name.padEnd(10)} ${[share(all, 0), share(all, 0.5), mean(all), share(all, 1)].map((v) => v.toFixed(2)).join("  ")}`,
  );
