/** The words of a web page, without its tags, styles and scripts; each character is looked at once. */
export function wordsOfPage(page: string): string {
  const lower = page.toLowerCase();
  const words: string[] = [];
  let at = 0;
  for (;;) {
    const open = page.indexOf("<", at);
    if (open < 0) break;
    words.push(page.slice(at, open));
    const name = /^<(style|script)\b/.exec(lower.slice(open, open + 8))?.[1];
    const from = name === undefined ? open : lower.indexOf(`</${name}`, open);
    const close = from < 0 ? -1 : page.indexOf(">", from);
    if (close < 0) return words.join(" ");
    at = close + 1;
  }
  return [...words, page.slice(at)].join(" ");
}
