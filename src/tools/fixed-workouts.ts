import { measureSegments } from "../load/measure.ts";
import { LOW_TOP } from "../load/zones.ts";
import type { FixedRideDay, OverviewWeek, TrainingDay } from "../plan/schema.ts";
import type { Workout, WorkoutType } from "../workout/schema.ts";
import { writeSegment, type Segment } from "../workout/segment.ts";

/** What a steady ride counts as by its intensity in percent of FTP: the types' own ranges (training science 5.3). */
const TYPES: readonly (readonly [above: number, type: WorkoutType])[] = [
  [94, "threshold"],
  [87, "sweetspot"],
  [LOW_TOP * 100, "tempo"],
];
const typeAt = (percent: number): WorkoutType => TYPES.find(([above]) => percent > above)?.[1] ?? "endurance";

const DESCRIPTIONS: Readonly<Record<FixedRideDay["effort"], string>> = {
  easy: "Your own ride: ride it gently.",
  moderate: "Your own ride, at the pace it has.",
  hard: "Your own hard ride: the days beside it stay easy, so ride it as it comes.",
  race: "Your own race: the days beside it stay easy.",
};

function fixedWorkout({ weekday, date }: TrainingDay, ride: FixedRideDay): Workout {
  const fraction = ride.intensity_pct / 100;
  const segments: Segment[] = [
    {
      kind: "steady",
      seconds: Math.round(ride.minutes * 60),
      low: fraction,
      high: fraction,
      description: "Your ride, at what it usually amounts to",
    },
  ];
  return {
    weekday,
    date,
    name: ride.name,
    type: typeAt(ride.intensity_pct),
    role: "fixed",
    effort: ride.effort,
    description: DESCRIPTIONS[ride.effort],
    duration_min: ride.minutes,
    tss: measureSegments(segments).tss,
    segments: segments.map(writeSegment),
    source: "planner",
    why: [
      {
        id: "fixed-rides",
        text: "you ride it anyway: the week is planned around it",
        numbers: { minutes: ride.minutes },
      },
    ],
  };
}

/** The workouts of a week with the rides that happen anyway, first on their days: given by the rider, whatever was proposed. */
export function withFixedRides(workouts: readonly Workout[], week: OverviewWeek): Workout[] {
  if (week.training_days.every(({ fixed }) => fixed === undefined)) return [...workouts];
  return week.training_days.flatMap((day) => {
    const fixed = (day.fixed ?? []).map((ride) => fixedWorkout(day, ride));
    const here = workouts.filter(({ weekday, role }) => weekday === day.weekday && role !== "fixed");
    return [...fixed, ...(fixed.length === 0 ? here : here.filter(({ type }) => type !== "rest"))];
  });
}
