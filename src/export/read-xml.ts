import { SaxesParser } from "saxes";
import { Refusal } from "./read-outcome.ts";

/** An element with the line it begins on; attribute names in lower case, because programs differ in that. */
export interface XmlElement {
  readonly tag: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its text and that of its children, in order. */
  readonly text: string;
}

interface OpenElement {
  readonly tag: string;
  readonly line: number;
  attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** A workout file has five levels. */
const DEEPEST = 20;
const MOST_ELEMENTS = 20_000;

/** What is no text of an element, by its beginning and its end. */
const NO_TEXT = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
] as const;
const BARE_AMPERSAND = /&(?!#\d+;|#x[\da-f]+;|[a-z_][\w.-]*;)/i;

const linesBefore = (text: string, end: number): number => text.slice(0, end).split("\n").length;

/** A text with nothing but the line ends of its comments and of what is taken literally; each character is looked at once. */
function withoutMarkup(source: string): string {
  let left = "";
  let at = 0;
  const next = NO_TEXT.map(([begin]) => source.indexOf(begin));
  for (;;) {
    NO_TEXT.forEach(([begin], i) => {
      const known = next[i] ?? -1;
      if (known >= 0 && known < at) next[i] = source.indexOf(begin, at);
    });
    const first = Math.min(...next.filter((start) => start >= 0));
    const [begin, end] = NO_TEXT[next.indexOf(first)] ?? [];
    const close = begin === undefined ? -1 : source.indexOf(end, first + begin.length);
    if (end === undefined || close < 0) return left + source.slice(at);
    left += source.slice(at, first) + source.slice(first, close).replace(/[^\n]+/g, "");
    at = close + end.length;
  }
}

/** Line of the first `&` that begins no entity: the commonest mistake, which a parser notices only much later. */
function bareAmpersandLine(source: string): number | undefined {
  const text = withoutMarkup(source);
  const at = text.search(BARE_AMPERSAND);
  return at < 0 ? undefined : linesBefore(text, at);
}

/** The first mistake of a text that is no XML. */
function notWellFormed(source: string, error: Error, line: number): Refusal {
  const ampersand = bareAmpersandLine(source);
  if (ampersand !== undefined && ampersand <= line)
    return new Refusal("this is not well-formed XML: an & of the text must be written &amp;", ampersand);
  const message = error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, "").replace(/\.$/, "");
  return new Refusal(`this is not well-formed XML: ${message}`, line);
}

/** Reads XML strictly and in order; entities of a document type are not expanded. Throws Refusal with the line of the first mistake. */
export function readXml(source: string): XmlElement {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  parser.on("error", (error) => {
    throw notWellFormed(source, error, parser.line);
  });
  /** Comments and literal parts count, too: a workout file has a few. */
  const countOne = (): void => {
    count += 1;
    if (count > MOST_ELEMENTS)
      throw new Refusal(`it has more than ${MOST_ELEMENTS} elements and comments`, parser.line);
  };
  parser.on("opentagstart", ({ name }) => {
    countOne();
    if (open.length >= DEEPEST) throw new Refusal(`elements are nested deeper than ${DEEPEST} levels`, parser.line);
    open.push({ tag: name, line: parser.line, attributes: new Map(), children: [], text: "" });
  });
  parser.on("opentag", ({ attributes }) => {
    const current = open.at(-1);
    if (current !== undefined)
      current.attributes = new Map(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]));
  });
  const addText = (text: string): void => {
    for (const element of open) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", (text) => {
    countOne();
    addText(text);
  });
  parser.on("comment", countOne);
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else parent.children.push(closed);
  });
  parser.write(source).close();
  if (root === undefined) throw new Refusal("it is empty", 1);
  return root;
}
