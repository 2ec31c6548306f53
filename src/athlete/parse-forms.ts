import { ANSWER_KEYS, nameOf, type Answer, type AnswerKey, type Answers } from "./parse-answers.ts";
import { MOST_PROBLEMS, isRecord, quoted, type Problem } from "./parse-reading.ts";
import { nearest } from "./parse-suggest.ts";

export type RequestForm = "wizard" | "api" | "flags";

/** The answers of a file or of the flags, not yet read, with what is wrong with their shape. */
export interface FoundAnswers {
  readonly form: RequestForm;
  readonly answers: Answers;
  readonly problems: readonly Problem[];
}

/** Which keys one object of a form may hold: answers, and objects inside it. */
interface FormObject {
  readonly path: string;
  readonly value: unknown;
  readonly answers: ReadonlyMap<string, AnswerKey>;
  readonly inner: readonly string[];
}

/** The wizard keeps the goal at the top; health may stand there, too. */
export const isWizardRoot = (key: AnswerKey): boolean => key === "goal" || key === "health";
export const isWizardInner = (key: AnswerKey): boolean => key !== "goal";
/** Form 2 keeps these inside `training_availability`; everything else stands beside it. */
export const isInner = (key: AnswerKey): boolean => key === "hoursPerWeek" || key === "days" || key === "minutes";

const camelNames = ANSWER_KEYS.flatMap((key) => pairOf(nameOf(key).camel, key));
const snakeNames = ANSWER_KEYS.flatMap((key) => pairOf(nameOf(key).snake, key));
const wizardRootNames = new Map(camelNames.filter(([, key]) => isWizardRoot(key)));
const wizardInnerNames = new Map(camelNames.filter(([, key]) => isWizardInner(key)));
const availabilityNames = new Map(snakeNames.filter(([, key]) => isInner(key)));
const profileNames = new Map(snakeNames.filter(([, key]) => !isInner(key)));

function pairOf(name: string | undefined, key: AnswerKey): (readonly [string, AnswerKey])[] {
  return name === undefined ? [] : [[name, key]];
}

const memberOf = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

function objectsOf(file: Readonly<Record<string, unknown>>, form: RequestForm): FormObject[] {
  if (form === "wizard")
    return [
      { path: "", value: file, answers: wizardRootNames, inner: ["$schema", "timeline", "profile"] },
      { path: "timeline.", value: memberOf(file, "timeline"), answers: wizardInnerNames, inner: [] },
      { path: "profile.", value: memberOf(file, "profile"), answers: wizardInnerNames, inner: [] },
    ];
  const profile = memberOf(file, "athlete_profile");
  const availability = memberOf(profile, "training_availability");
  return [
    { path: "", value: file, answers: profileNames, inner: ["$schema", "athlete_profile"] },
    { path: "athlete_profile.", value: profile, answers: profileNames, inner: ["training_availability"] },
    { path: "athlete_profile.training_availability.", value: availability, answers: availabilityNames, inner: [] },
  ];
}

/** Empty texts and null are how forms on the web say "nothing". */
const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "";

function unknownKey(object: FormObject, key: string): Problem {
  const known = [...object.answers.keys(), ...object.inner];
  const meant = nearest(key, known);
  const field = `${object.path}${quoted(key)}`;
  return {
    field,
    value: "unknown key",
    expected: meant === undefined ? `expected one of ${known.join(", ")}` : `did you mean ${meant}?`,
  };
}

/** Collects one object's answers into `found`; what is no answer is a problem. */
function collect(object: FormObject, found: Map<AnswerKey, Answer>): Problem[] {
  if (isNothing(object.value)) return [];
  const problems: Problem[] = [];
  if (!isRecord(object.value))
    return [{ field: object.path.replace(/\.$/, ""), value: quoted(object.value), expected: "expected an object" }];
  for (const [name, value] of Object.entries(object.value)) {
    const key = object.answers.get(name);
    const field = `${object.path}${name}`;
    if (key === undefined) {
      if (object.inner.includes(name)) continue;
      // Nobody reads beyond the first: what each of them may have meant is not looked for.
      problems.push(
        problems.length < MOST_PROBLEMS ? unknownKey(object, name) : { field: object.path, expected: "a known key" },
      );
    } else if (!isNothing(value)) {
      const earlier = found.get(key);
      const isSame = earlier === undefined || JSON.stringify(earlier.value) === JSON.stringify(value);
      if (!isSame)
        problems.push({
          field,
          value: quoted(value),
          expected: `expected one answer; ${earlier.field} says ${quoted(earlier.value)}`,
        });
      if (earlier === undefined) found.set(key, { field, value });
    }
  }
  return problems;
}

function formOf(file: Readonly<Record<string, unknown>>): RequestForm | undefined {
  const isWizard = Object.hasOwn(file, "profile") || Object.hasOwn(file, "timeline");
  const isApi = Object.hasOwn(file, "athlete_profile");
  if (isWizard === isApi) return undefined;
  return isWizard ? "wizard" : "api";
}

/** The answers of a request file; the form is told from its keys. */
export function answersOfFile(file: unknown, source: string): FoundAnswers {
  const form = isRecord(file) ? formOf(file) : undefined;
  if (!isRecord(file) || form === undefined) {
    const expected =
      "expected an object with profile and timeline (the wizard's answers) or with athlete_profile, not both";
    const value = isRecord(file)
      ? `keys ${Object.keys(file).slice(0, 8).map(quoted).join(", ") || "none"}`
      : quoted(file);
    return { form: "wizard", answers: new Map(), problems: [{ field: source, value, expected }] };
  }
  const found = new Map<AnswerKey, Answer>();
  const problems = objectsOf(file, form).flatMap((object) => collect(object, found));
  return { form, answers: found, problems };
}

/** The answers given as flags, by the name of the answer. */
export function answersOfFlags(flags: Readonly<Partial<Record<AnswerKey, unknown>>>): Answers {
  const found = new Map<AnswerKey, Answer>();
  for (const key of ANSWER_KEYS) {
    const value = flags[key];
    const { flag } = nameOf(key);
    if (value !== undefined && flag !== undefined) found.set(key, { field: flag, value });
  }
  return found;
}

/** The answers that recorded rides give; a flag of that name need not exist. */
export function answersOfRides(recorded: Readonly<Partial<Record<AnswerKey, unknown>>>): Answers {
  const found = new Map<AnswerKey, Answer>();
  for (const key of ANSWER_KEYS)
    if (recorded[key] !== undefined) found.set(key, { field: `${key} of your rides`, value: recorded[key] });
  return found;
}
