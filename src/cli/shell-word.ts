/** A word of a command line as it can be pasted: as it is where a shell takes it so, else in quotes. */
export function shellWord(word: string, platform: string): string {
  if (/^[\w./:@%+=,-]+$/.test(word) && word !== "") return word;
  if (platform === "win32") return /^[\w.\\/:@%+=,-]+$/.test(word) ? word : `"${word.replaceAll('"', '""')}"`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
