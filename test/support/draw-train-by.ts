import type { PlanRequest } from "../../src/athlete/request.ts";
import type { TrainingPlan } from "../../src/plan/schema.ts";
import type { SegmentJson } from "../../src/workout/schema.ts";
import type { TermDraw } from "./term-draw.ts";

/** A request without anything that only power knows. */
function withoutPower(request: PlanRequest, by: "heart_rate" | "feel"): PlanRequest {
  const { ftp: _ftp, ftp_date: _day, w_prime_kj: _reserve, train_outdoors_by: _outdoors, ...profile } = request.profile;
  return { ...request, targetFtp: undefined, profile: { ...profile, train_by: by } };
}

/** What no rider of such a plan may read. Their own goal may say what it likes. */
const POWER = /\bFTP\b|\bwatts?\b|\d ?W\b/i;

function textsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return ["id", "rule", "kind"].includes(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, name));
}

interface Part {
  readonly minutes: number;
  readonly top: number;
  readonly heart: number | undefined;
  readonly feel: number | undefined;
}

function partsOf(segment: SegmentJson): Part[] {
  if (segment.type === "free") return [];
  const blocks = segment.type === "interval" ? [segment.work, segment.recovery] : [segment];
  return blocks.flatMap((block) => {
    if (block === undefined) return [];
    const top = "power_high_pct" in block ? block.power_high_pct : Math.max(block.power_start_pct, block.power_end_pct);
    return [{ minutes: block.duration_min, top, heart: block.heart_rate_high_pct, feel: block.feel }];
  });
}

const rides = (plan: TrainingPlan) => plan.weekly_plan.flatMap((week) => week.workouts);

/** The upper ends of feel by the tops of the seven levels, once more. */
const feelOf = (top: number): number =>
  [55, 75, 90, 105, 120, 150].reduce((feel, edge, i) => (top > edge ? ([3, 4, 5, 7, 9, 10][i] ?? feel) : feel), 1);

const isHeartMute = ({ profile }: PlanRequest): boolean => profile.health?.beta_blockers === true;

function brokenEffort(
  plan: TrainingPlan,
  by: "heart_rate" | "feel",
  isTold: (role: string | undefined) => boolean,
): string[] {
  return rides(plan)
    .filter(({ role }) => isTold(role))
    .flatMap(({ segments, role, name, date }) =>
      segments.flatMap(partsOf).flatMap(({ minutes, top, heart, feel }) => {
        const isAllOut = role === "test" && top > 90;
        const wantsHeart = by === "heart_rate" && minutes >= 5 && top <= 105 && !isAllOut;
        return [
          ...(feel === (isAllOut ? 10 : feelOf(top)) ? [] : [`${date} ${name}: feel ${feel ?? "none"} at ${top} %`]),
          ...(wantsHeart === (heart !== undefined)
            ? []
            : [`${date} ${name}: heart rate ${heart ?? "none"} for ${minutes} min at ${top} %`]),
        ];
      }),
    );
}

const trainBy = (by: "heart_rate" | "feel"): TermDraw => ({
  term: `train_by: ${by}`,
  added: (request) => withoutPower(request, by),
  broken: (plan, request) => {
    // Another draw may have said the other after this one.
    const said = request.profile.train_by === "heart_rate" && !isHeartMute(request) ? "heart_rate" : "feel";
    const { plan_metadata: meta, athlete_profile: profile } = plan;
    const { goal, ...head } = meta;
    const texts = textsIn([head, goal?.because, profile.assumptions, plan.weekly_plan]).filter((text) =>
      POWER.test(text),
    );
    return [
      ...([meta.current_ftp, meta.target_ftp, meta.expected_ftp, profile.ftp].some((one) => one !== undefined)
        ? ["an FTP in a plan without power"]
        : []),
      ...texts,
      ...rides(plan)
        .filter(
          ({ role, library_workout_id: id }) =>
            role === "test" && id !== "test_talk" && (said === "feel" || id !== "test_heart_rate"),
        )
        .map(({ name }) => `the test ${name}`),
      ...brokenEffort(plan, said, () => true),
    ];
  },
});

/** The long ride is told beside the power where no days are named as indoors. */
const outdoorsBy: TermDraw = {
  term: "train_outdoors_by",
  added: (request, chance) => {
    const { profile } = request;
    if (profile.ftp === undefined || profile.indoor !== undefined) return undefined;
    const by = chance.at("by").below(2) === 0 ? "heart_rate" : "feel";
    return { ...request, profile: { ...profile, train_outdoors_by: by } };
  },
  broken: (plan, request) => {
    const by = request.profile.train_outdoors_by;
    // What another term drawn later says about indoor days or about power comes first.
    if (by === undefined || by === "power" || request.profile.indoor !== undefined || request.profile.ftp === undefined)
      return [];
    return brokenEffort(plan, isHeartMute(request) ? "feel" : by, (role) => role === "long" || role === "event");
  },
};

export const TRAIN_BY_DRAWS: readonly TermDraw[] = [trainBy("heart_rate"), trainBy("feel"), outdoorsBy];
