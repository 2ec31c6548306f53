import { withoutTail } from "../../base/text.ts";
import { PlanError } from "../../base/errors.ts";
import type { FailureKind, ModelFailure } from "../failure.ts";
import { shownAddress } from "../remedies.ts";
import type { IcuConnection } from "./call.ts";

/** Where their key is read: the environment, or the key file. */
export const ICU_KEY_NAME = "INTERVALS_ICU_API_KEY";
/** Another address, for tests. */
export const ICU_URL_NAME = "INTERVALS_ICU_BASE_URL";

type Where = Pick<IcuConnection, "baseUrl" | "athlete">;
type Words = readonly [what: (where: Where) => string, hint: string];

const LATER = "Wait a little and run the command again: it goes on where it stopped.";
const KEY = `Check ${ICU_KEY_NAME}: intervals.icu shows it in its Settings, under Developer Settings. Copy all of it, without quotes.`;
const ATHLETE = "Check --athlete: 0 is whoever the key belongs to, and needs no number.";
const refused: Words = [() => "refused what was asked", "Run the command again; where it stays so, please report it."];
const tooOften: Words = [() => "is asked too often", LATER];

const WORDS: Readonly<Record<FailureKind, Words>> = {
  key: [() => "did not accept the key", KEY],
  permission: [
    ({ athlete }) => `does not let this key at the calendar of athlete ${athlete}`,
    `${ATHLETE} A key reads and writes its own calendar, and those of athletes who let its owner coach them.`,
  ],
  model: [({ athlete }) => `knows no athlete ${athlete}, or not what was asked of them`, ATHLETE],
  billing: refused,
  request: refused,
  schema: refused,
  "too-large": [() => "finds the request too long", "Please report it."],
  rate: tooOften,
  quota: tooOften,
  overloaded: [() => "has too much to do", LATER],
  server: [() => "failed", LATER],
  "refused-connection": [
    ({ baseUrl }) => `does not answer at ${shownAddress(baseUrl)}: nobody listens there`,
    `Check ${ICU_URL_NAME}: it is only for tests, and best left out.`,
  ],
  connection: [({ baseUrl }) => `cannot be reached at ${shownAddress(baseUrl)}`, "Check the network and HTTPS_PROXY."],
  certificate: [
    ({ baseUrl }) => `shows a certificate at ${shownAddress(baseUrl)} that this machine does not trust`,
    "Check the network; for a certificate of your own network, name its file in NODE_EXTRA_CA_CERTS.",
  ],
  timeout: [() => "took too long", "Run the command again, or give it more time with --timeout."],
  cut: [() => "broke off its answer", LATER],
  "not-a-model": [
    ({ baseUrl }) => `gave an answer at ${shownAddress(baseUrl)} that is none of its own`,
    "Check whether this network wants a login first, and run the command again.",
  ],
  endless: [() => "sent more than any calendar holds", "Run the command again; where it stays so, please report it."],
  cancelled: [() => "was stopped", LATER],
};

/** What happened in one sentence, and a remedy. */
export function icuTrouble(failure: ModelFailure, where: Where): { readonly message: string; readonly hint: string } {
  const [what, hint] = WORDS[failure.kind];
  const { message: said, retryAfterMs } = failure;
  const reason = said === "" ? "" : `: ${withoutTail(said, ". \n")}`;
  const wait = retryAfterMs === undefined ? "" : `; it asks to wait ${Math.ceil(retryAfterMs / 1000)} seconds`;
  return { message: `intervals.icu ${what(where)}${reason}${wait}.`, hint };
}

/** A failed call as an error that ends the run. `left` says how far it came. */
export function icuError(failure: ModelFailure, where: Where, left: string): PlanError {
  if (failure.kind === "cancelled")
    return new PlanError({ code: "CANCELLED", message: `Stopped. ${left}`, hint: LATER });
  const { message, hint } = icuTrouble(failure, where);
  return new PlanError({
    code: "PROVIDER_FAILED",
    message: `${message} ${left}`.trim(),
    hint,
    details: { service: "intervals.icu", kind: failure.kind, status: failure.status ?? null },
    cause: failure,
  });
}
