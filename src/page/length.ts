/** Minutes as a page writes them, with blanks that never break: `1 h 30`, `45 min`, `2 h`. */
export function length(minutes: number): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return rest === 0 ? "0\u00a0h" : `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, "0")}`;
}

/** Seconds of a step: `40 s`, `15 min`, `1 h 05`; `2:30` where seconds are left over. */
export function stepLength(seconds: number): string {
  if (seconds < 60) return `${seconds}\u00a0s`;
  if (seconds % 60 === 0) return length(seconds / 60);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Form and changes with their sign, as typography writes it: `+12`, `−5`, `0`. */
export function signed(value: number): string {
  const whole = Math.round(value);
  return whole > 0 ? `+${whole}` : whole < 0 ? `\u2212${-whole}` : "0";
}

/** `3 × 15` for `3 x 15`, and ranges with the dash that numbers have. */
export const typeset = (text: string): string =>
  text
    .replace(/(\p{L})'(?=\p{L})/gu, "$1’")
    .replace(/(\d) x (?=\d)/g, "$1\u00a0×\u00a0")
    .replace(/(\d)-(?=\d)/g, "$1–");
