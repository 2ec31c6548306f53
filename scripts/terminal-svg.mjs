/** A terminal as a drawing: a command is typed, then what the program printed comes line by line. It stands still for who wants no motion. */

const CELL = { width: 8.43, height: 20 };
const EDGE = 18;
const BAR = 34;
/** Seconds: how long a letter is typed, the wait before the answer, and between two of its lines. */
const PACE = { letter: 0.05, wait: 0.6, line: 0.06 };
const COLOURS = { "+": "#7ee0a3", "-": "#ff9b80", "~": "#f3c25d" };

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const colourOf = (line) => COLOURS[/^([-+~]) /.exec(line)?.[1]] ?? "#dce6ec";

/** `typed` after a prompt, then every line of `output`. */
export function terminalSvg(typed, output) {
  const lines = output.trimEnd().split("\n");
  const columns = Math.max(typed.length + 2, ...lines.map((line) => line.length));
  const width = Math.ceil(columns * CELL.width + 2 * EDGE);
  const height = BAR + (lines.length + 2) * CELL.height + EDGE;
  const starts = typed.length * PACE.letter + PACE.wait;
  const at = (row) => BAR + (row + 1) * CELL.height;
  const text = (words, { row, begin, colour, bold = false }) =>
    `<text x="${EDGE}" y="${at(row)}" fill="${colour}"${bold ? ' font-weight="700"' : ""} style="animation-delay:${begin.toFixed(2)}s">${escaped(words)}</text>`;
  const letters = [...typed].map(
    (letter, i) =>
      `<tspan class="l" style="animation-delay:${(i * PACE.letter).toFixed(2)}s">${escaped(letter)}</tspan>`,
  );
  const rows = lines.map((line, i) =>
    line === "" ? "" : text(line, { row: i + 2, begin: starts + i * PACE.line, colour: colourOf(line), bold: i === 0 }),
  );
  const title = `A terminal: ${typed}, and what the program answers`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${escaped(title)}</title><desc>${escaped(lines.slice(0, 3).join(" "))}</desc>
<style>text{font:14px/1 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}@media (prefers-reduced-motion:no-preference){text:not(.p),.l{animation:in .01s both}@keyframes in{from{opacity:0}to{opacity:1}}}</style>
<rect width="${width}" height="${height}" rx="12" fill="#10222c"/><circle cx="22" cy="18" r="5" fill="#5b7f8f"/><circle cx="40" cy="18" r="5" fill="#5b7f8f"/><circle cx="58" cy="18" r="5" fill="#5b7f8f"/>
<text class="p" x="${EDGE}" y="${at(0)}" fill="#7ee0a3" xml:space="preserve">$ <tspan fill="#fff">${letters.join("")}</tspan></text>
${rows
  .filter((row) => row !== "")
  .join("\n")
  .replaceAll("<text ", '<text xml:space="preserve" ')}
</svg>
`;
}
