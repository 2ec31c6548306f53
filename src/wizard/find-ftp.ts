import { numberReader } from "../athlete/parse-number.ts";
import { readFtp } from "../athlete/parse-values.ts";
import { changed, type Draft } from "./draft.ts";
import { comebackOf, healthOf } from "./health-ticks.ts";
import { BACK, type Choice } from "./prompter.ts";
import type { Ending, WizardPorts, WizardState } from "./state.ts";
import type { Suggestion } from "./suggest.ts";
import { weight } from "./you-questions.ts";

const WORDS_FOR_UNKNOWN = /^(\?|help|i (don'?t|do not) know( it)?|unknown)$/i;
/** A rider who says that they know no FTP. */
export const isUnknown = (text: string): boolean => WORDS_FOR_UNKNOWN.test(text.trim());

export type FoundFtp =
  | { readonly kind: "found"; readonly state: WizardState }
  /** The rider wants the question again. */
  | { readonly kind: "again" }
  | Ending;

/** Of a ramp test: FTP as a share of the best minute (training science 5.4; the same as in the library's text). */
const RAMP_SHARE = 0.75;

const minuteReader = numberReader({ low: 67, high: 800, unit: "watts", units: { w: 1, watt: 1, watts: 1 } });

const foundBy = (state: WizardState, change: Draft): FoundFtp => ({
  kind: "found",
  state: { ...state, draft: changed(state.draft, change), waitsForTest: false },
});
const found = (state: WizardState, watts: number): FoundFtp => foundBy(state, { ftp: watts });

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
  "Ride it rested, and only if you have ridden three times a week for three months. Stop at once if you feel pain in the chest, dizzy or ill.",
  "Afterwards look up the best minute you rode, in watts, and run cycling-plan generate again: it will ask for that number. Your answers are kept.",
];

async function writeTest(state: WizardState, { prompter, save, writeRampTest }: WizardPorts): Promise<Ending> {
  const paths = await writeRampTest();
  await save({ ...state, waitsForTest: true });
  for (const path of paths) prompter.say("good", `Written: ${path}`);
  for (const line of TEST_WORDS) prompter.say("plain", line);
  return { kind: "test" };
}

/** An effort to the end is offered to nobody whose health or age speaks against it, or is not known (training science 7, 12.4). */
function mayTest(draft: Draft): boolean {
  const health = healthOf(draft);
  const isWell = health.disease === false && health.heart_disease === false && health.symptoms === false;
  const isFree = health.beta_blockers !== true && health.low_energy !== true && draft.maxPower === undefined;
  const age = Number(draft.age ?? Number.NaN);
  return isWell && isFree && (comebackOf(draft)?.weeks_off ?? 0) === 0 && age < OLDER;
}
/** Older riders see a doctor before hard exercise that is new to them (12.4). Years. */
const OLDER = 60;

function waysTo(draft: Draft, saved: { readonly watts: number; readonly because: string } | undefined): Choice[] {
  return [
    ...(saved === undefined ? [] : [{ value: "saved", name: `use ${saved.watts} W (${saved.because})` }]),
    { value: "estimate", name: "estimate it from my weight; the first weeks then go by feel" },
    { value: "heart_rate", name: "ride by heart rate instead" },
    { value: "feel", name: "ride by feel instead: nothing is needed" },
    ...(mayTest(draft)
      ? [
          {
            value: "test",
            name: "write a ramp test for my trainer (about 30 minutes, to the end); I come back with the result",
          },
        ]
      : []),
    { value: "result", name: "I have ridden a ramp test: type the best minute" },
    { value: "again", name: "type a number after all" },
  ];
}

/** The weight, where it is not known: what is estimated rests on it. */
async function estimated(state: WizardState, { prompter, suggest, today }: WizardPorts): Promise<FoundFtp> {
  const known = state.draft.weight === undefined ? (await suggest("weight"))?.text : weight.textOf(state.draft);
  const text = await prompter.ask({
    kind: "text",
    message: weight.message,
    screen: { title: "Weight", lines: ["In kg, or with its unit: 154lb, 11st 4. Your FTP is estimated from it."] },
    initial: known,
    check: (typed) => {
      if (typed === BACK) return true;
      const reading = typed.trim() === "-" ? undefined : weight.read(typed, today, {});
      return reading?.kind === "value" || (reading?.expected ?? "expected your weight, such as 70");
    },
  });
  if (text === undefined) return { kind: "stopped" };
  const reading = weight.read(text, today, {});
  return text === BACK || reading.kind === "unreadable"
    ? { kind: "again" }
    : foundBy(state, { ...reading.value, ftp: undefined });
}

const wattsOf = (saved: Suggestion | undefined): { watts: number; because: string } | undefined => {
  const reading = saved === undefined ? undefined : readFtp(saved.text);
  return reading?.kind === "value" && saved !== undefined
    ? { watts: reading.value, because: saved.because }
    : undefined;
};

/** For a rider who does not know their FTP: a saved number, an estimate, another measure, or a test. */
export async function findFtp(state: WizardState, ports: WizardPorts): Promise<FoundFtp> {
  const { prompter } = ports;
  const saved = wattsOf(await ports.suggest("ftp"));
  const choice = await prompter.ask({
    kind: "choice",
    message: "How shall we find it?",
    screen: {
      title: "FTP, not known",
      lines:
        saved === undefined ? ["Nothing is saved that could tell your FTP, and it is not guessed without asking."] : [],
    },
    choices: waysTo(state.draft, saved),
  });
  if (choice === undefined) return { kind: "stopped" };
  if (choice === "saved" && saved !== undefined) return found(state, saved.watts);
  if (choice === "estimate") return estimated(state, ports);
  if (choice === "heart_rate" || choice === "feel") return foundBy(state, { trainBy: choice, ftp: undefined });
  if (choice === "result") return askBestMinute(state, ports);
  return choice === "test" ? writeTest(state, ports) : { kind: "again" };
}
