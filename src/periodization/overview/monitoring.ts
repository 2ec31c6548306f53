import { isEasyThroughout } from "../../athlete/easy-throughout.ts";
import type { Rider } from "../../athlete/rider.ts";
import { shortDay } from "../../base/date-words.ts";
import type { OverviewWeek, TrainingDay } from "../../plan/schema.ts";
import { measureWord, testsNote } from "./scale-words.ts";

/** What the signs are of. */
interface Watched {
  readonly weeks: readonly OverviewWeek[];
  readonly rider: Rider;
}

const COUNTS = ["no", "one", "two", "three", "four", "five"];

/** Signs of too much: without those of the heart where a drug slows it, without hard sessions where there are none. */
function signsOf({ rider }: Pick<Watched, "rider">, isEasy: boolean): string[] {
  const same = measureWord(rider);
  const hasHeart = rider.isHeartSlowed !== true;
  return [
    ...(hasHeart
      ? ["Resting heart rate, taken on waking: five or more beats above your weekly average on two days in a row."]
      : []),
    `Effort: the same ${same} feels two points harder out of ten than last week${hasHeart ? `, or your heart rate is five or more beats lower at the same ${same} while it feels hard` : ""}.`,
    isEasy
      ? "Rides: two of three cut short, because you were tired."
      : "Sessions: intervals not finished in two of three hard sessions.",
    ...(hasHeart
      ? [
          "Heart rate drift: more than five percent between the first and second half of a steady easy ride of an hour or longer.",
        ]
      : []),
    "Sleep under six hours, or a low mood, for three nights.",
  ];
}

/** What to watch, 150 to 300 words: signs with thresholds, red flags, test dates. */
export function monitoringGuidance({ weeks, rider }: Watched): string {
  const tests = weeks.flatMap((week) =>
    week.training_days.filter((d: TrainingDay) => d.role === "test").map((d) => shortDay(d.date)),
  );
  const older =
    rider.ageBand === "50s" || rider.ageBand === "60plus"
      ? " At your age recovery takes longer than fitness does; trust these signs early."
      : "";
  const isEasy = isEasyThroughout(rider, weeks.length);
  const signs = signsOf({ rider }, isEasy);
  const first = isEasy
    ? "One sign: make the next ride shorter. Two signs: take a rest day."
    : "One sign: swap the next hard session for easy riding. Two signs: take a rest day and go one level lower.";
  return `Watch ${COUNTS[signs.length] ?? "these"} signs. ${signs.map((sign, i) => `${i + 1}. ${sign}`).join(" ")}${older}

${first} Signs for seven days: make the week a recovery week.

Stop and get medical help for chest pain or pressure, fainting, a racing or irregular heartbeat, unusual breathlessness, new swelling of a leg, blood in the urine, or a blow to the head. With a fever or symptoms below the neck, do not train; come back at half the hours for as many days as you were ill.

${testsNote(rider, tests)}`;
}
