import { joinWords } from "../base/text.ts";
import type { PlanFile } from "../plan/schema.ts";
import type { Swaps, TakenSwap } from "../plan/swap-schema.ts";
import { familyWords } from "../workout/family-words.ts";
import { counted } from "./units.ts";

type AiMetadata = PlanFile["ai_metadata"];

const dayOf = ({ weekday }: TakenSwap): string => (weekday === undefined ? "" : ` ${weekday}`);
/** `week 3 Tuesday`; a theme is the whole week's. */
const placeOf = (swap: TakenSwap): string => `week ${swap.week}${dayOf(swap)}`;
const quotedOf = (text: string): string => `"${text}"`;

const WORDS: Readonly<Record<TakenSwap["what"], (swap: TakenSwap) => string>> = {
  kind: ({ from, to }) => `${familyWords(to)}${from === undefined ? "" : ` in the place of ${familyWords(from)}`}`,
  day: ({ to }) => `changes places with ${to}`,
  theme: ({ to }) => `its theme is ${quotedOf(to)}`,
  name: ({ to }) => `its ride is called ${quotedOf(to)}`,
  note: () => "its ride has another note",
};

const takenLine = (swap: TakenSwap): string =>
  `  ${placeOf(swap)}: ${WORDS[swap.what](swap)}${swap.why === "" ? "" : ` (${swap.why})`}`;

const refusedLine = (swap: Swaps["refused"][number]): string =>
  `  not taken, ${placeOf(swap)}, ${swap.what}${swap.to === "" ? "" : ` to ${familyWords(swap.to)}`}: ${swap.because}`;

/** Swaps that were not taken are named up to here; all of them stand in the plan. */
const MOST_REFUSED = 5;

function swapLines({ taken, refused }: Swaps, model: string): string[] {
  const all = taken.length + refused.length;
  if (all === 0) return [`${model} proposed no swap.`];
  const more = refused.length - MOST_REFUSED;
  return [
    `${model} proposed ${counted(all, "swap")}, ${taken.length === all ? "all taken" : `${taken.length} taken`}:`,
    ...[...taken].sort((a, b) => a.week - b.week).map(takenLine),
    ...refused.slice(0, MOST_REFUSED).map(refusedLine),
    ...(more > 0 ? [`  and ${more} more not taken, in the plan under ai_metadata.swaps`] : []),
  ];
}

/** Weeks by who planned or wrote them, as a plan's usage counts them. */
function weeksIn(usage: AiMetadata["usage"], part: "overview_weeks" | "weeks", who: string): number {
  const by = usage[part];
  const list: unknown = typeof by === "object" && by !== null ? Reflect.get(by, who) : undefined;
  return Array.isArray(list) ? list.length : 0;
}

/** Who made a plan: the planner or a model, and what became of what the model proposed. */
export function sourceLines({
  ai_metadata: meta,
  training_plan: plan,
}: Pick<PlanFile, "ai_metadata" | "training_plan">): string[] {
  const { ai_model: model, workout_source: source, usage, swaps } = meta;
  if (model === null && plan.plan_metadata.overview_source === "outside")
    return [
      "Planned on the overview that you gave; no model was asked. Its days, hours and loads stand as they are: where they are harder than our own plans, that is a note and no error.",
    ];
  if (model === null) return ["Planned by the built-in planner; no model was asked."];
  const isLlm = source === "llm";
  const ridden = isLlm ? weeksIn(usage, "weeks", "model") + weeksIn(usage, "weeks", "mixed") : 0;
  const rides = ridden === 0 ? "" : `; the rides of ${counted(ridden, "week")} are ${model}'s`;
  if (swaps?.unusable !== undefined)
    return [`Planned by the built-in planner${rides}: no answer of ${model} to the plan could be used.`];
  if (swaps !== undefined) {
    const [first = "", ...more] = swapLines(swaps, model);
    return [`Planned by the built-in planner${rides}; ${first}`, ...more];
  }
  const weeks = weeksIn(usage, "overview_weeks", "model");
  const isOld = usage.overview_weeks === undefined;
  if (weeks === 0 && ridden === 0 && !isOld)
    return [`Planned by the built-in planner: nothing that ${model} proposed kept the rules.`];
  const made = [...(weeks > 0 || isOld ? ["the weeks"] : []), ...(ridden > 0 || (isLlm && isOld) ? ["rides"] : [])];
  const others = [
    ...(weeks > 0 || isOld ? [] : ["the weeks are the planner's"]),
    ...(ridden > 0 || (isLlm && isOld) ? [] : ["the rides are the library's"]),
  ];
  return [`Planned with ${model}: ${[joinWords(made), ...others].join("; ")}.`];
}
