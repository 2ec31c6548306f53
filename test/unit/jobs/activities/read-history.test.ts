import { describe, expect, it } from "vitest";
import { localClock } from "../../../../src/history/local-clock.ts";
import { readHistory, type HistoryPorts } from "../../../../src/jobs/activities/read-history.ts";
import { summaryInSteps, summaryOf } from "../../../../src/jobs/activities/ride-summary.ts";
import type { ActivityFile, ActivityFiles } from "../../../../src/storage/activity-files.ts";
import { garminCsv } from "../../../support/exports.ts";

const filesOf = (name: string, text: string, isNamed = true): ActivityFiles => {
  async function* open(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(new TextEncoder().encode(text));
  }
  const kind: ActivityFile["kind"] = name.endsWith(".json") ? "json" : name.endsWith("x") ? "track" : "csv";
  return { files: [{ name, kind, isNamed, open }], passedOver: new Map(), close: () => undefined };
};
const ports = (more: Partial<HistoryPorts> = {}): HistoryPorts => ({
  clock: localClock("UTC"),
  isCancelled: () => false,
  tell: () => undefined,
  ...more,
});
const START = Date.UTC(2026, 10, 28);
const RIDES = garminCsv(
  Array.from({ length: 100_000 }, (_, i) => ({
    date: new Date(START - ((i * 7919) % 100_000) * 900_000).toISOString().slice(0, 19).replace("T", " "),
    time: "00:10:00",
  })),
);

describe("reading rides", () => {
  it("stops between the steps of putting them in order, too", async () => {
    let asked = 0;
    const isCancelled = (): boolean => {
      asked += 1;
      return false;
    };
    const { rides } = await readHistory(filesOf("a.csv", RIDES), ports({ isCancelled }));
    expect(rides.length).toBe(100_000);
    const steps = asked;
    // Once for the file and once for its only chunk; all others are steps of the ordering.
    expect(steps).toBeGreaterThan(10);
    for (const at of [3, steps - 1]) {
      asked = 0;
      const stopping = readHistory(filesOf("a.csv", RIDES), ports({ isCancelled: () => ++asked >= at }));
      await expect(stopping).rejects.toMatchObject({ code: "CANCELLED" });
    }
  });

  it("stops between the steps of summing them up, too, and sums up the same", async () => {
    const history = await readHistory(filesOf("a.csv", RIDES), ports());
    let asked = 0;
    const isCancelled = (): boolean => ++asked > 150;
    const of = { known: {}, ports: { isCancelled } };
    await expect(summaryInSteps(history, "2026-11-29", of)).rejects.toMatchObject({ code: "CANCELLED" });
    const whole = await summaryInSteps(history, "2026-11-29", { known: {}, ports: { isCancelled: () => false } });
    expect(whole.fitness).toEqual(summaryOf(history, "2026-11-29", {}).fitness);
  });

  it("takes a whole file in pieces that lie one after the other in one place", async () => {
    const fields = { type: "Ride", moving_time: 3600, elapsed_time: 3700, icu_training_load: 60 };
    const records = Array.from({ length: 900 }, (_, i) => ({ id: `i${i}`, start_date_local: new Date(START - i * 86_400_000).toISOString().slice(0, 19), ...fields })); // prettier-ignore
    const bytes = new TextEncoder().encode(JSON.stringify(records));
    const place = new Uint8Array(1000);
    async function* open(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += place.length) {
        const piece = bytes.subarray(at, at + place.length);
        place.set(piece);
        yield await Promise.resolve(place.subarray(0, piece.length));
      }
    }
    const { files } = filesOf("a.json", "");
    const found = { files: files.map((file) => ({ ...file, open })), passedOver: new Map(), close: () => undefined };
    expect((await readHistory(found, ports())).rides.length).toBe(900);
  });

  it("names the title that a list lacks, whether the file was named or lay in a folder", async () => {
    const trimmed = "Activity ID,Activity Date,Moving Time\n1,2026-11-28 10:00:00,3600\n";
    await expect(readHistory(filesOf("s.csv", trimmed), ports())).rejects.toMatchObject({
      message: 's.csv cannot be read: it looks like a list of Strava, but the column "Activity Type" is missing.',
    });
    const { files } = await readHistory(filesOf("s.csv", trimmed, false), ports());
    expect(files).toMatchObject([{ source: null, faults: [{ why: expect.stringContaining('"Activity Type"') as string }] }]); // prettier-ignore
  });

  it("reads records of an API, and says of a file without rides what it holds", async () => {
    const runs = JSON.stringify([{ start_date_local: "2026-11-28T10:00:00Z", sport_type: "Run", moving_time: 3600 }]);
    const history = await readHistory(filesOf("runs.json", runs), ports());
    expect(() => summaryOf(history, "2026-11-29", {})).toThrow(/left out, no riding: 1 Run/);
    await expect(readHistory(filesOf("x.gpx", "<gpx/>"), ports())).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });
});
