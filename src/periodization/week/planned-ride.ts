import type { Reason, WorkoutRole, WorkoutType } from "../../workout/schema.ts";

/** One ride of a week while it is being planned. Minutes are whole. */
export interface RideWish {
  /** Monday is 0. */
  readonly weekday: number;
  readonly role: WorkoutRole;
  readonly type: WorkoutType;
  readonly family?: string | undefined;
  readonly level?: number | undefined;
  readonly dose?: "full" | "reduced" | undefined;
  /** The one workout wanted, where another of its family will not do. */
  readonly workoutId?: string | undefined;
  /** Fewest, most and wished-for minutes. */
  readonly least: number;
  readonly most: number;
  readonly ideal: number;
  /** Longer than this only where the week's other rides can take no more minutes. */
  readonly comfortable?: number;
  /** Load of this ride at a number of minutes. */
  readonly loadAt: (minutes: number) => number;
  /** Seconds above 75 % of FTP. */
  readonly workSeconds: number;
  readonly isHard: boolean;
  readonly isVo2: boolean;
  readonly why: readonly Reason[];
  /** The second of two on its day. */
  readonly isSecond?: true;
}

export interface PlannedRide extends RideWish {
  readonly minutes: number;
}
