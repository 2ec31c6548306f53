import { expect, it } from "vitest";
import { intervalsIcu } from "../../src/providers/intervals-icu/client.ts";

/** A calendar that answers whatever is asked with this text. */
const calendar = (text: string, status = 200) =>
  intervalsIcu(
    {
      baseUrl: "http://127.0.0.1:1",
      athlete: "0",
      key: "k",
      fetch: () => Promise.resolve(new Response(text, { status })),
    },
    {
      clock: { now: () => 0, sleep: () => Promise.resolve() },
      signal: new AbortController().signal,
      deadline: 60_000,
      secrets: [],
    },
  );
const day = "2026-12-01";

it("ten million empty entries of a calendar are refused before they are read", async () => {
  const began = performance.now();
  const flood = calendar(`[${"{},".repeat(10_000_000)}{}]`);
  for (const listed of [flood.events(day, day), flood.activities(day, day)])
    await expect(listed).rejects.toMatchObject({
      kind: "not-a-model",
      message: "the answer holds more than any calendar",
    });
  expect(performance.now() - began).toBeLessThan(5000);
});

it("a calendar of three thousand workouts with fifty steps each is read", async () => {
  const steps = Array.from({ length: 50 }, () => ({ duration: 60 }));
  const entries = Array.from({ length: 3000 }, (_, id) => ({ id, start_date_local: "2026-12-01T00:00:00", steps }));
  expect(await calendar(JSON.stringify(entries)).events(day, day)).toHaveLength(3000);
});

it("the words of an error are told as they are meant, without codes of a terminal", async () => {
  const words = JSON.stringify({ error: "no \u001b[31mred\u001b[0m\n days" });
  await expect(calendar(words, 400).events(day, day)).rejects.toMatchObject({ message: "no red days" });
});
