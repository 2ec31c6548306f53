import type { CalendarDate } from "../base/calendar.ts";
import { givenOnly } from "../base/given-only.ts";
import { daysOffReader, readDays, readMinutesByDay } from "./parse-days.ts";
import { readWeeklyHours, type WeeklyHours } from "./parse-hours.ts";
import { readMaxPower } from "./parse-effort-cap.ts";
import { readComeback, readHealth } from "./parse-health.ts";
import type { Intake } from "./parse-intake.ts";
import { readTerms } from "./parse-terms-all.ts";
import * as values from "./parse-values.ts";
import type { ProfileInput } from "./schema.ts";

/** Form 2 may say the hours up to three times; they must agree. */
function hoursOf(intake: Intake): WeeklyHours | undefined {
  const hasOnlyInner = intake.given("hours") === undefined && intake.given("hoursPerWeek") !== undefined;
  const hours = hasOnlyInner
    ? intake.optional("hoursPerWeek", readWeeklyHours)
    : intake.required("hours", readWeeklyHours);
  const isFlag = intake.given("hours")?.field.startsWith("--") === true;
  if (hours === undefined || isFlag) return hours;
  const again = hasOnlyInner ? undefined : intake.optional("hoursPerWeek", readWeeklyHours);
  if (again !== undefined && again.most !== hours.most)
    intake.refuse("hoursPerWeek", "expected the same hours as weekly_hours_available");
  const least = intake.optional("hoursMin", readWeeklyHours)?.most;
  if (least === undefined) return hours;
  if (least > hours.most) intake.refuse("hoursMin", "expected no more than weekly_hours_available");
  return { most: hours.most, least };
}

function availabilityOf(intake: Intake): ProfileInput["training_availability"] | undefined {
  const days = intake.required("days", readDays);
  const minutes = intake.optional("minutes", readMinutesByDay);
  if (days === undefined) return undefined;
  const others = Object.keys(minutes ?? {}).filter((day) => !days.some((chosen) => chosen === day));
  if (others.length > 0)
    intake.warn(
      `You gave minutes for ${others.join(", ")}, which ${others.length === 1 ? "is" : "are"} not among your days: left out.`,
    );
  return { week_days: days, ...givenOnly({ max_minutes_by_day: minutes }) };
}

/** The day belongs to the FTP of the file; a flag that overrides that FTP has no day. */
function ftpDateOf(intake: Intake): ProfileInput["ftp_date"] {
  const day = intake.optional("ftpDate", values.readDay);
  return intake.given("ftp")?.field.startsWith("--") === true ? undefined : day;
}

/** Half an answer to the question of an FTP: what helps who has none. */
const WITHOUT_FTP =
  "your FTP in watts, such as 265; without one say your weight (--weight), and it is estimated, or --train-by heart_rate or feel, which needs none";

/** What trains by power needs an FTP, or the weight that it is estimated from; what does not has no use for one. */
function ftpOf(intake: Intake, { train_by: by }: Pick<ProfileInput, "train_by">): ProfileInput["ftp"] {
  const isGiven = intake.given("ftp") !== undefined;
  if (by === undefined || by === "power") {
    if (!isGiven && intake.given("weight") === undefined) intake.ask("ftp", WITHOUT_FTP);
    return intake.optional("ftp", values.ftpReader(intake.given("weight")?.value));
  }
  const spoken = by.replace("_", " ");
  if (intake.given("targetFtp") !== undefined)
    intake.refuse(
      "targetFtp",
      `expected nothing: who trains by ${spoken} aims at no FTP; leave it out, or say --train-by power`,
    );
  if (isGiven) intake.warn(`You train by ${spoken}: what you gave for riding with a meter is left out of the plan.`);
  return undefined;
}

/** Without power indoors there is nothing that could be missing outdoors. */
function checkOutdoors(
  intake: Intake,
  { train_by: by, train_outdoors_by: outdoors }: Pick<ProfileInput, "train_by" | "train_outdoors_by">,
): void {
  if (by === undefined || by === "power" || outdoors === undefined || outdoors === by || outdoors === "feel") return;
  intake.refuse(
    "trainOutdoorsBy",
    `expected ${by} or feel, or nothing: with train_by ${by} every ride is told so; say train_by power where you have power indoors`,
  );
}

/** The rider's profile from the answers, or undefined where a needed answer is missing or cannot be read. */
export function profileOf(intake: Intake, today: CalendarDate, goals: readonly string[]): ProfileInput | undefined {
  const terms = readTerms(intake);
  const ftp = ftpOf(intake, terms);
  checkOutdoors(intake, terms);
  const hours = hoursOf(intake);
  const availability = availabilityOf(intake);
  const level = intake.required("experience", values.readExperience);
  const optional = givenOnly({
    ftp_date: ftpDateOf(intake),
    weight_kg: intake.optional("weight", values.readWeight),
    max_hr: intake.optional("maxHr", values.readMaxHr),
    lthr: intake.optional("lthr", values.readLthr),
    resting_hr: intake.optional("restingHr", values.readRestingHr),
    age: intake.optional("age", values.readAge),
    sex: intake.optional("sex", values.readSex),
    unavailable: intake.optional("off", daysOffReader({ today, looks: "ahead" })),
    recent_weekly_hours: intake.optional("recentHours", values.readRecentHours),
    longest_recent_ride_minutes: intake.optional("longestRide", values.readLongestRide),
    strength_per_week: intake.optional("strength", values.readStrength),
    ctl: intake.optional("ctl", values.readLoad),
    atl: intake.optional("atl", values.readLoad),
    ftp_test_date: intake.optional("lastTest", values.readPastDay(today)),
    w_prime_kj: intake.optional("wPrime", values.readWPrime),
    effort_cap: intake.optional("maxPower", readMaxPower),
    comeback: intake.optional("comeback", readComeback),
    ...terms,
    health: intake.optional("health", readHealth),
  });
  if (hours === undefined || availability === undefined || level === undefined) return undefined;
  const { ftp_date: _day, w_prime_kj: _reserve, ...others } = optional;
  return {
    ...givenOnly({ ftp }),
    ...(ftp === undefined ? others : optional),
    goals: [...goals],
    experience_level: level,
    weekly_hours_available: hours.most,
    ...givenOnly({ weekly_hours_min: hours.least }),
    training_availability: { hours_per_week: hours.most, ...availability },
  };
}
