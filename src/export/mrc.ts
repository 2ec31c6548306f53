import { percentOf } from "../workout/segment.ts";
import { course, type CourseKind } from "./power-course.ts";
import type { Rendered } from "./format.ts";
import type { Season, Session } from "./session.ts";

const MRC: CourseKind = {
  extension: "mrc",
  unit: "PERCENT",
  value: percentOf,
  header: () => [],
  notes: () => [],
};

/** A ride in percent of FTP, which the reading program turns into the rider's own watts. */
export const mrc = (session: Session, season: Season): Rendered => course(session, season, MRC);
