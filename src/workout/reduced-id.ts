/** What the id of a half dose ends in: the workout it was made from, with about half its work. */
const SUFFIX = "_reduced";

/** The id of a workout's half dose. */
export const reducedId = (id: string): string => `${id}${SUFFIX}`;
/** True of the id of a half dose: it is no step of its ladder. */
export const isReducedId = (id: string | undefined): boolean => id?.endsWith(SUFFIX) === true;
/** The id of the whole workout, whether this is its own or that of its half dose: who rode one has ridden the other. */
export const wholeId = (id: string): string => (isReducedId(id) ? id.slice(0, -SUFFIX.length) : id);
