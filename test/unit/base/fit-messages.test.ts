import { Decoder, Encoder, Stream, type FileIdMesg, type RecordMesg, type SessionMesg } from "@garmin/fitsdk";
import { describe, expect, it } from "vitest";
import { fitMessages } from "../../../src/base/fit-messages.ts";
import { localClock } from "../../../src/history/local-clock.ts";
import { readFitRide } from "../../../src/history/read-fit-ride.ts";
import { fitRide } from "../../support/fit-ride.ts";

const KIND = { fileId: 0, session: 18, record: 20 } as const;
const RECORD = KIND.record;
const WISHES = new Map([[RECORD, { numbers: [253, 7] }], [18, { numbers: [7, 5] }]]); // prettier-ignore
const FIT_EPOCH_MS = 631_065_600_000;

/** A ride with all that a head unit and its pedals write each second, by Garmin's own encoder. */
function garminRide(seconds: number): Uint8Array {
  const encoder = new Encoder();
  const start = Date.UTC(2026, 10, 1, 9);
  const head: FileIdMesg = { type: "activity", manufacturer: "garmin", timeCreated: new Date(start) };
  encoder.onMesg(KIND.fileId, head);
  for (let i = 0; i < seconds; i++) {
    const second: RecordMesg = {
      timestamp: new Date(start + i * 1000), positionLat: 5e8 + i, positionLong: 1e8 + i, enhancedAltitude: 200 + (i % 300),
      heartRate: 120 + (i % 50), cadence: 80, distance: i * 8.2, enhancedSpeed: 8.2, power: 150 + (i % 97), temperature: 18,
      accumulatedPower: i * 200, leftTorqueEffectiveness: 70, rightTorqueEffectiveness: 71, leftPedalSmoothness: 20,
    }; // prettier-ignore
    encoder.onMesg(KIND.record, second);
  }
  const session: SessionMesg = {
    timestamp: new Date(start + seconds * 1000), startTime: new Date(start), sport: "cycling",
    totalElapsedTime: seconds + 60, totalTimerTime: seconds, thresholdPower: 250,
  }; // prettier-ignore
  encoder.onMesg(KIND.session, session);
  return encoder.close();
}

/** Time and watts of every second as Garmin's own decoder reads them. */
function asGarminReads(bytes: Uint8Array): (readonly [number, number | undefined])[] {
  const { messages } = new Decoder(Stream.fromByteArray([...bytes])).read();
  return (messages.recordMesgs ?? []).map(({ timestamp, power }) => [(Number(timestamp) - FIT_EPOCH_MS) / 1000, power]);
}

const records = (bytes: Uint8Array): unknown => {
  const messages = fitMessages(bytes, WISHES);
  return typeof messages === "string" ? messages : messages.filter(({ kind }) => kind === RECORD).map(({ values }) => values);
}; // prettier-ignore

/** The CRC of the protocol, bit by bit from its definition. */
function withFrame(body: readonly number[]): Uint8Array {
  const bytes = [14, 0x20, 0, 0, body.length & 255, body.length >> 8, 0, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0, ...body];
  let crc = 0;
  for (const byte of bytes)
    for (let bit = 0; bit < 8; bit++) crc = ((crc ^ (byte >> bit)) & 1) === 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  return new Uint8Array([...bytes, crc & 255, crc >> 8]);
}

describe("the messages of a FIT file", () => {
  it("are those that Garmin's own decoder reads", () => {
    const ours = fitRide({ start: "2026-09-20T10:00:00Z", watts: [100, 250, 0, 180] });
    for (const bytes of [garminRide(900), ours]) {
      const expected = asGarminReads(bytes);
      expect(expected.length).toBeGreaterThan(3);
      expect(records(bytes)).toEqual(expected);
    }
  });

  it("may be big-endian, carry a developer's fields, and have their time in a compressed header", () => {
    const body = [
      0x60, 0, 1, 0, RECORD, 2, 253, 4, 0x86, 7, 2, 0x84, 1, 0, 3, 0, // big-endian, three bytes of a developer
      0x00, 0x40, 0, 0, 0x1e, 0x01, 0x2c, 9, 9, 9, // 0x4000001e: 300 W
      0x41, 0, 0, RECORD, 0, 1, 7, 2, 0x84, // little-endian, without a time of its own
      0xa0 | 31, 0x64, 0x00, // one second later: 100 W
      0xa0 | 2, 0xff, 0xff, // over the edge of 32 seconds, no power
    ]; // prettier-ignore
    expect(records(withFrame(body))).toEqual([
      [0x4000001e, 300],
      [0x4000001f, 100],
      [0x40000022, undefined],
    ]);
  });

  it("have texts up to their end mark, and no number where a text stands", () => {
    const body = [
      0x40, 0, 0, 27, 0, 3, 0, 4, 0x07, 8, 3, 0x07, 1, 2, 0x07, // name, notes, and a duration that was written as a text
      0x00, 0x41, 0, 0x42, 0x43, 0xc3, 0xbc, 0x44, 7, 7, // "A" and what lies behind it; "üD" without an end mark
    ]; // prettier-ignore
    const wishes = new Map([[27, { numbers: [1], texts: [8, 0, 17] }]]);
    expect(fitMessages(withFrame(body), wishes)).toEqual([{ kind: 27, values: [undefined], texts: ["üD", "A", ""] }]);
  });

  it("are refused with the reason where the file is none, is cut off or damaged", () => {
    const bytes = garminRide(60);
    const damaged = bytes.slice();
    damaged[200] = (damaged[200] ?? 0) ^ 1;
    expect(records(new Uint8Array(900))).toBe("this is no FIT file");
    expect(records(bytes.subarray(0, 400))).toBe("this FIT file is cut off");
    expect(records(damaged)).toBe("this FIT file is damaged");
    expect(records(withFrame([0x05, 1, 2]))).toBe("this FIT file is damaged: a message has no definition");
    expect(records(withFrame([0x40, 0, 0, RECORD, 0, 1, 7, 2, 0x84, 0x00, 1]))).toContain("it ends within a message");
  });

  it("of four hours are a ride in less than 60 ms", () => {
    const bytes = garminRide(4 * 3600);
    const clock = localClock("UTC");
    const times = Array.from({ length: 5 }, () => {
      // Time of the processor, not of the wall: a busy machine changes nothing.
      const before = process.cpuUsage();
      expect(readFitRide(bytes, clock).rides).toHaveLength(1);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(60);
  });
});
