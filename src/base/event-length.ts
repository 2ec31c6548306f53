/**
 * The longest ride that anything here plans, writes or reads, in hours: an event through three nights. Question, request, plan
 * file and every reader of workouts hold to this one number.
 */
export const MOST_EVENT_HOURS = 80;
/** Hours of a day: no day of an event of several days is longer. */
export const HOURS_OF_DAY = 24;
