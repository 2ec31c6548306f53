import { course, type CourseKind } from "./power-course.ts";
import type { Rendered } from "./format.ts";
import type { Season, Session } from "./session.ts";
import { wattsOf } from "./step-words.ts";

const ERG: CourseKind = {
  extension: "erg",
  unit: "WATTS",
  value: wattsOf,
  // With it GoldenCheetah scales the watts to the rider; a number with decimals would not be read.
  header: ({ ftpWatts }) => [`FTP = ${Math.round(ftpWatts ?? 0)}`],
  notes: ({ ftpWatts }) => [`Watts are for an FTP of ${ftpWatts ?? 0} W: export again when it changes.`],
};

/** A ride in watts, for trainers that know no FTP. */
export const erg = (session: Session, season: Season): Rendered => course(session, season, ERG);
