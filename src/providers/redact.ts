import { cleanLine } from "../base/text.ts";

/** What looks like a key of one of the services, or like a header that holds one. */
const KEYS = /\b(?:sk|pk|rk)-[A-Za-z0-9_*.-]{6,}|\bAIza[A-Za-z0-9_-]{10,}|\bBearer\s+\S+/g;
const MARK = "[key]";

/** Words of a service on one line, without the key and without anything that looks like one. */
export function redacted(text: string, key: string | undefined, most = 240): string {
  const known = key === undefined || key.length < 4 ? text : text.replaceAll(key, MARK);
  return cleanLine(known.replace(KEYS, MARK), most);
}
