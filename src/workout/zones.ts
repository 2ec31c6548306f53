/** Easy riding ends here: Seiler's low zone, Coggan's level 2 (training science 1.5). */
export const LOW_TOP = 0.75;

/** Coggan's seven levels: the top of each as a fraction of FTP, inclusive; level 7 has none. */
export const ZONE_TOPS = [0.55, LOW_TOP, 0.9, 1.05, 1.2, 1.5] as const;
/** Level 1 to 7 of a power (fraction of FTP). Every power belongs to exactly one. */
export function zoneOf(power: number): number {
  const index = ZONE_TOPS.findIndex((top) => power <= top + 1e-9);
  return index < 0 ? 7 : index + 1;
}
