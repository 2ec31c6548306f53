import { withoutTail } from "../../base/text.ts";
import { setInterval, clearInterval } from "node:timers";
import { quoted } from "../../athlete/parse-reading.ts";
import { PlanError } from "../../base/errors.ts";
import { ModelFailure } from "../../providers/failure.ts";
import type { IcuConnection, IcuPorts } from "../../providers/intervals-icu/call.ts";
import { intervalsIcu, type IntervalsIcu } from "../../providers/intervals-icu/client.ts";
import { icuError, ICU_KEY_NAME, ICU_URL_NAME } from "../../providers/intervals-icu/trouble.ts";
import { fetchThrough } from "../../providers/wire-fetch.ts";
import { realClock } from "../model/choice.ts";
import { passwordsIn, proxiesOf } from "../model/connection.ts";
import { keyFileOf, keyNamed, variable } from "../model/keys.ts";
import type { Settings } from "../settings.ts";
import type { System } from "../system.ts";

const BASE_URL = "https://intervals.icu";
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** Seconds that one run may take, waits for the service included. */
const SECONDS = { usual: 300, low: 1, high: 3600 };
const LOOK_MS = 50;

const refuse = (field: string, value: string, expected: string): PlanError =>
  new PlanError({
    code: "USAGE_INVALID",
    message: `${field}: ${quoted(value)} -> ${expected}`,
    hint: "Correct it, or leave it out.",
  });

/** Their address; another only for tests, and never one where the key would be read on the way. Throws USAGE_INVALID. */
export function icuAddress(system: Pick<System, "env">): string {
  const given = variable(system, ICU_URL_NAME);
  if (given === undefined) return BASE_URL;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.test(url.hostname));
  if (url === undefined || !isSafe || url.username !== "" || url.password !== "")
    throw refuse(ICU_URL_NAME, url === undefined ? given : url.origin, "expected https, or http on this machine");
  return `${url.origin}${withoutTail(url.pathname, "/")}`;
}

/** `i12345`, or `0` for whoever owns the key. Throws USAGE_INVALID. */
function athleteOf(typed: string | undefined, { intervalsAthlete }: Pick<Settings, "intervalsAthlete">): string {
  const given = (typed ?? intervalsAthlete ?? "0").trim();
  if (/^(?:0|i\d{1,12})$/.test(given)) return given;
  const field = typed === undefined ? "intervals_athlete" : "--athlete";
  throw refuse(field, given, "expected the athlete id as intervals.icu shows it, such as i12345, or 0 for your own");
}

function secondsOf(typed: string | undefined): number {
  const seconds = typed === undefined || typed.trim() === "" ? SECONDS.usual : Number(typed);
  if (seconds >= SECONDS.low && seconds <= SECONDS.high) return seconds;
  throw refuse("--timeout", typed ?? "", `expected seconds from ${SECONDS.low} to ${SECONDS.high}`);
}

/** The flags of whatever talks to intervals.icu. */
export interface IcuFlags {
  readonly athlete?: string | undefined;
  readonly timeout?: string | undefined;
}

/** The calendar of one athlete, and what may be said of the way there. */
export interface ReachedIcu {
  readonly calendar: IntervalsIcu;
  readonly athlete: string;
  readonly baseUrl: string;
  readonly clock: IcuPorts["clock"];
  readonly signal: AbortSignal;
  /** A failed call as an error that ends the run; `left` says how far it came. */
  readonly errorOf: (failure: ModelFailure, left: string) => PlanError;
}

interface Around {
  readonly system: System;
  readonly settings: Settings;
  readonly flags: IcuFlags;
}

async function connectionOf({ system, settings, flags }: Around): Promise<IcuConnection> {
  const baseUrl = icuAddress(system);
  const athlete = athleteOf(flags.athlete, settings);
  const found = await keyNamed(system, ICU_KEY_NAME);
  if (found === undefined)
    throw new PlanError({
      code: "PROVIDER_FAILED",
      message: `There is no key for intervals.icu: ${ICU_KEY_NAME} is not set.`,
      hint: `Get one on intervals.icu (Settings, Developer Settings), and set ${ICU_KEY_NAME} or keep it in ${keyFileOf(system)}.`,
    });
  return { baseUrl, athlete, key: found.key, fetch: await fetchThrough(proxiesOf(system)) };
}

/** Does work with the calendar; Ctrl-C ends it. What the work itself does not catch becomes an error with a remedy. */
export async function withIcu<T>(around: Around, work: (reached: ReachedIcu) => Promise<T>): Promise<T> {
  const { system, settings, flags } = around;
  const seconds = secondsOf(flags.timeout);
  const connection = await connectionOf(around);
  const proxies = proxiesOf(system);
  const basic = Buffer.from(`API_KEY:${connection.key}`).toString("base64");
  const clock = realClock(system);
  const controller = new AbortController();
  const ports: IcuPorts = {
    clock,
    signal: controller.signal,
    deadline: clock.now() + seconds * 1000,
    secrets: [connection.key, basic, ...[proxies.http, proxies.https].flatMap(passwordsIn)],
    onRetry: (failure, waitMs) => {
      if (!settings.quiet) system.err(`note: ${failure.message || failure.kind}; asking again in ${waitMs / 1000} s\n`);
    },
  };
  const errorOf = (failure: ModelFailure, left: string): PlanError => icuError(failure, connection, left);
  const { athlete, baseUrl } = connection;
  const timer = setInterval(() => {
    if (system.isCancelled()) controller.abort();
  }, LOOK_MS);
  try {
    return await work({
      calendar: intervalsIcu(connection, ports),
      athlete,
      baseUrl,
      clock,
      signal: controller.signal,
      errorOf,
    });
  } catch (error) {
    throw error instanceof ModelFailure ? errorOf(error, "") : error;
  } finally {
    clearInterval(timer);
  }
}
