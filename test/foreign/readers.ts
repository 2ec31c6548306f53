import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";

/** Where the checkouts of the readers lie, each under the name of its repository. */
const READERS = process.env.READERS ?? "";
const PYTHON = process.env.PYTHON ?? "/usr/bin/python3";
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** A stretch of a ride as its reader understands it: power in percent of FTP, or none. */
export interface Stretch {
  readonly seconds: number;
  readonly start: number | undefined;
  readonly end: number | undefined;
}
export type RideRead = readonly Stretch[];

const python = (args: readonly string[], cwd: string): string =>
  execFileSync(PYTHON, args, { cwd, encoding: "utf8", maxBuffer: 1e9, stdio: ["ignore", "pipe", "pipe"] });

/** Zerg makes Zwift's XML of ERG and MRC; what it takes for percent are the watts of an ERG file. */
export function zerg(paths: readonly string[]): RideRead[] {
  const out = mkdtempSync(join(tmpdir(), "zerg-"));
  python([join(READERS, "zerg_zwo_converter", "zerg.py"), "-D", out, ...paths], out);
  return paths.map((path) => {
    const xml = readFileSync(join(out, basename(path).replace(/\.[a-z]+$/, ".zwo")), "utf8");
    return [...xml.matchAll(/<(?:Warmup|Cooldown|SteadyState) [^>]*>/g)].map(([step]) => {
      const value = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(step)?.[1]);
      return { seconds: value("Duration"), start: value("PowerLow") * 100, end: value("PowerHigh") * 100 };
    });
  });
}

const ERG_XERT = `
import json, logging, sys
logging.disable(logging.CRITICAL)
from erg_xert.erg_mrc import ErgMrcFile
rides = [ErgMrcFile.load_from_file(path)[1] for path in sys.argv[1:]]
print(json.dumps([[{"seconds": 60 * s.mins + s.secs, "start": s.value, "end": s.value} for s in ride] for ride in rides]))
`;

/** ErgXert knows no ramps and leaves them out; powers are cut to whole percents. */
export const ergXert = (paths: readonly string[]): RideRead[] =>
  JSON.parse(python(["-c", ERG_XERT, ...paths], join(READERS, "ErgXert"))) as RideRead[];

const ICALENDAR = `
import json, sys
from icalendar import Calendar
days = lambda event: [event.decoded("DTSTART").isoformat(), event.decoded("DTEND").isoformat()]
with open(sys.argv[1], "rb") as file:
    print(json.dumps([days(event) for event in Calendar.from_ical(file.read()).walk("VEVENT")]))
`;

/** First and last day of each entry, as the icalendar of Python reads them. */
export const icalendar = (path: string): [string, string][] =>
  JSON.parse(python(["-c", ICALENDAR, path], tmpdir())) as [string, string][];

interface AuukiStep {
  readonly duration: number;
  readonly power?: number;
}

/** Auuki, a program for trainers in the browser: it cuts ramps into steps of ten seconds. */
export async function auuki(paths: readonly string[]): Promise<RideRead[]> {
  const entry = join(READERS, "Auuki", "src", "workouts", "zwo.js");
  const bundled = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "auuki",
  });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: bundled.outputFiles[0]!.text });
    const texts = JSON.stringify(paths.map((path) => readFileSync(path, "utf8")));
    const rides = await page.evaluate<{ steps: AuukiStep[] }[][]>(
      `${texts}.map((text) => auuki.zwo.readToInterval(text).intervals)`,
    );
    return rides.map((intervals) =>
      intervals.flatMap(({ steps }) =>
        steps.map(({ duration, power }) => {
          const percent = power === undefined ? undefined : power * 100;
          return { seconds: duration, start: percent, end: percent };
        }),
      ),
    );
  } finally {
    await browser.close();
  }
}
