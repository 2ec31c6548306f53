import { expect, it } from "vitest";
import { anIcuServer, ICU_KEY } from "./an-intervals-server.ts";
import { flat, runCli } from "./run-cli.ts";

it("doctor says whether the key of intervals.icu is found, and asks only where that is wanted", async () => {
  const server = await anIcuServer();
  const plain = await runCli(["doctor"], { env: server.env });
  expect(flat(plain.out)).toContain("ok intervals.icu: INTERVALS_ICU_API_KEY in the environment; not asked");
  expect(server.headers).toHaveLength(0);
  const asked = await runCli(["doctor", "--providers"], { env: server.env });
  expect(flat(asked.out)).toContain("ok intervals.icu: opens the calendar of its owner");
  server.act = () => ({ status: 401 });
  const wrong = await runCli(["doctor", "--providers"], { env: server.env });
  expect(wrong.code).toBe(3);
  expect(flat(wrong.out)).toMatch(
    /FAIL intervals\.icu: intervals\.icu did not accept the key.*Check INTERVALS_ICU_API_KEY/,
  );
  expect(`${plain.out}${asked.out}${wrong.out}`).not.toContain(ICU_KEY);
  expect((await runCli(["doctor"])).out).not.toMatch(/^(?:ok|FAIL) +intervals/m);
});
