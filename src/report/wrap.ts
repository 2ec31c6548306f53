/** Breaks one line at blanks; what follows hangs `deeper` columns further than the line begins. */
function wrapLine(line: string, width: number, deeper: number): string {
  const indent = /^ */.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = indent;
  for (const word of line.trim().split(" ")) {
    const isStart = current.trim() === "";
    if (!isStart && current.length + 1 + word.length > width) {
      lines.push(current);
      current = `${indent}${" ".repeat(deeper)}${word}`;
    } else current += isStart ? word : ` ${word}`;
  }
  return [...lines, current].join("\n");
}

/** Text in `width` columns. Words longer than a line, such as paths, stay whole. */
export const wrapped = (text: string, width: number, deeper = 2): string =>
  text
    .split("\n")
    .map((line) => (line.length <= width ? line : wrapLine(line, width, deeper)))
    .join("\n");
