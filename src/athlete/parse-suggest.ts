/** Steps of adding, leaving out, changing or swapping one letter that lead from `a` to `b`. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = i > 1 && j > 1 && isSwap ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change, swap));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const bare = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The known word that a mistyped one most likely meant, or undefined where none is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = bare(word);
  // Longer texts are no typing slips, and comparing them costs time.
  if (wanted === "" || wanted.length > 40) return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    const distance = editDistance(wanted, bare(name));
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { name, distance };
  }
  const isClose = best !== undefined && best.distance <= Math.max(1, Math.floor(wanted.length / 3));
  return isClose ? best?.name : undefined;
}
