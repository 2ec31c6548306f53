/*
 * The numbers of events beside the one that a plan leads to (training science 3.2, 3.4, 12.3), each with its unit.
 */

/** Before a B so many days are easier, none of them longer than this; nothing hard for 48 hours after it. Days, minutes, and the part that its week gives up. */
export const B_EVENT = { easyBefore: 3, easyAfter: 2, easyMinutes: 75, easierDays: 4, weekLess: 0.3 } as const;
/** A C is a hard day like others: one easy day beside it, two behind it where its load is more than a hard day's (`hardDayLoad`). Days. */
export const C_EVENT = { easyBefore: 1, easyAfter: 1, easyAfterMuch: 2 } as const;
/** After an A nothing hard for so many days; so many weeks of easy riding where the plan goes on, two after an event of more hours. */
export const AFTER_A = { easyDays: 7, weeks: 1, weeksAfterLong: 2, longHours: 4 } as const;
/** Fewer days than this between two A events leave no room for a new build: recover, hold, a short taper. */
export const NEW_BUILD_DAYS = 35;
/** The taper before a second A that comes so soon. Days. */
export const SHORT_TAPER_DAYS = 7;
/** So many days after an event its own load is left out where a morning's form is judged: the race is the rider's, not the plan's. */
export const FATIGUE_DAYS_OUT = 7;
