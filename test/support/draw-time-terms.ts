import type { TermDraw } from "./draw-terms.ts";

/** Longest run of weeks that are neither recovery nor taper. */
function longestRun(types: readonly string[]): number {
  let run = 0;
  return types.reduce((most, type) => {
    run = type === "recovery" || type === "taper" ? 0 : run + 1;
    return Math.max(most, run);
  }, 0);
}

/** What a plan says that it gave up, as one text. */
const said = (reasons: readonly { readonly text: string }[] | undefined): string =>
  (reasons ?? []).map(({ text }) => text).join(" ");

const rhythm: TermDraw = {
  term: "rhythm",
  added: (request, chance) => ({
    ...request,
    profile: { ...request.profile, rhythm: chance.at("rhythm").below(3) === 0 ? "3:1" : "2:1" },
  }),
  broken: ({ weekly_plan: weeks, plan_metadata: meta, athlete_profile: profile }, request) => {
    const asked = request.profile.rhythm;
    const isFifty = (request.profile.age ?? 40) >= 50;
    const run = longestRun(weeks.map(({ phase, week_type: type }) => (phase === "taper" ? "taper" : type)));
    // Three to four weeks before a taper, or four in all, have no other pattern; days off may allow none.
    const isShort = weeks.filter(({ phase }) => phase !== "taper").length <= 4;
    const isTwo = asked === "2:1" || isFifty;
    const most = (isTwo ? 2 : 3) + (isShort || profile.unavailable !== undefined ? 2 : 0);
    return [
      ...(run > most ? [`${run} load weeks in a row under ${asked ?? "no rhythm"}`] : []),
      ...(asked === "3:1" && isFifty && !said(meta.given_up).includes("You asked for 3:1") ? ["3:1 is not named"] : []),
    ];
  },
};

const startPhase: TermDraw = {
  term: "start_phase",
  added: (request) => ({ ...request, profile: { ...request.profile, start_phase: "build" } }),
  broken: ({ weekly_plan: weeks, plan_metadata: meta }) => {
    const base = weeks.filter(({ phase }) => phase === "base").length;
    if (base === 0) return [];
    return said(meta.given_up).includes("You asked to start with build") && base <= 6
      ? []
      : [`${base} base weeks, and not named`];
  },
};

/** The terms about time, and about how hard riding may be. */
export const TIME_TERM_DRAWS: readonly TermDraw[] = [rhythm, startPhase];
