import { sha256 } from "@noble/hashes/sha2.js";

/** A style or script as a content security policy names it: `'sha256-…'`. In our own code, as pages are drawn in browsers, too. */
export function sourceHash(text: string): string {
  const digest = sha256(new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}
