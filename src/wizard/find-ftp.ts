import { numberReader } from "../athlete/parse-number.ts";
import { readFtp } from "../athlete/parse-values.ts";
import { changed } from "./draft.ts";
import { BACK } from "./prompter.ts";
import type { Ending, WizardPorts, WizardState } from "./state.ts";

export type FoundFtp =
  | { readonly kind: "found"; readonly state: WizardState }
  /** The rider wants the question again. */
  | { readonly kind: "again" }
  | Ending;

/** Of a ramp test: FTP as a share of the best minute (training science 5.4; the same as in the library's text). */
const RAMP_SHARE = 0.75;

const minuteReader = numberReader({ low: 67, high: 800, unit: "watts", units: { w: 1, watt: 1, watts: 1 } });

const found = (state: WizardState, watts: number): FoundFtp => ({
  kind: "found",
  state: { ...state, draft: changed(state.draft, { ftp: watts }), waitsForTest: false },
});

/** FTP in watts from the best minute of a ramp test, or what is wrong with the text. */
export function ftpOfBestMinute(text: string): number | string {
  const minute = minuteReader(text);
  if (minute.kind === "unreadable") return `${minute.expected}.`;
  const watts = Math.round(minute.value * RAMP_SHARE);
  const reading = readFtp(watts);
  return reading.kind === "unreadable" ? `${reading.expected}.` : watts;
}

/** Asks for the result of a ramp test. */
export async function askBestMinute(state: WizardState, { prompter }: WizardPorts): Promise<FoundFtp> {
  const text = await prompter.ask({
    kind: "text",
    message: "Your best minute in the ramp test, in watts?",
    check: (typed) => {
      if (typed === BACK) return true;
      const watts = ftpOfBestMinute(typed);
      return typeof watts === "string" ? watts : true;
    },
  });
  if (text === undefined) return { kind: "stopped" };
  const watts = text === BACK ? undefined : ftpOfBestMinute(text);
  if (typeof watts !== "number") return { kind: "again" };
  prompter.say("good", `Your FTP is about ${watts} watts: 75 % of ${text}.`);
  return found(state, watts);
}

const TEST_WORDS = [
  "In a ramp test the bike gets a little harder every minute, until you cannot go on.",
  "Before you start, set the FTP in your training program to 200 watts (to 150 if you are new or light). That only sets the size of the steps.",
  "Ride when you are rested. Stop at once if you feel pain in the chest, dizzy or ill.",
  "Afterwards look up the best minute you rode, in watts, and run cycling-plan generate again: it will ask for that number. Your answers are kept.",
];

async function writeTest(state: WizardState, { prompter, save, writeRampTest }: WizardPorts): Promise<Ending> {
  const paths = await writeRampTest();
  await save({ ...state, waitsForTest: true });
  for (const path of paths) prompter.say("good", `Written: ${path}`);
  for (const line of TEST_WORDS) prompter.say("plain", line);
  return { kind: "test" };
}

/** For a rider who does not know their FTP: a saved number, the result of a test, or a test to ride. */
export async function findFtp(state: WizardState, ports: WizardPorts): Promise<FoundFtp> {
  const { prompter } = ports;
  const estimate = await ports.suggest("ftp");
  const watts = estimate === undefined ? undefined : readFtp(estimate.text);
  if (watts?.kind !== "value")
    prompter.say("hint", "Nothing is saved that could tell your FTP, so we do not guess it.");
  const choice = await prompter.ask({
    kind: "choice",
    message: "How shall we find it?",
    choices: [
      ...(watts?.kind === "value" && estimate !== undefined
        ? [{ value: "estimate", name: `Use ${watts.value} watts (${estimate.because})` }]
        : []),
      { value: "test", name: "Write a ramp test for my trainer (about 30 minutes); I come back with the result" },
      { value: "result", name: "I have ridden a ramp test: type the best minute" },
      { value: "again", name: "Type a number after all" },
    ],
  });
  if (choice === undefined) return { kind: "stopped" };
  if (choice === "estimate" && watts?.kind === "value") return found(state, watts.value);
  if (choice === "result") return askBestMinute(state, ports);
  return choice === "test" ? writeTest(state, ports) : { kind: "again" };
}
