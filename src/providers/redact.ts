import { withoutSecrets } from "../base/secrets.ts";
import { cleanLine } from "../base/text.ts";

/** What looks like a key of one of the services, or like a header that holds one. */
const KEYS = /\b(?:sk|pk|rk)-[A-Za-z0-9_*.-]{6,}|\bAIza[A-Za-z0-9_-]{10,}|\b(?:Bearer|Basic)\s+[A-Za-z0-9+/=_.~-]{6,}/g;
/** A name and password in front of a host. */
const IN_ADDRESS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;
const MARK = "[key]";
/** Words of a service on one line, without the secrets and without anything that looks like one. */
export const redacted = (text: string, secrets: readonly string[], most = 240): string =>
  cleanLine(withoutSecrets(text, secrets).replace(KEYS, MARK).replace(IN_ADDRESS, `$1${MARK}@`), most);
