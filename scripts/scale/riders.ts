import { requestLine } from "../../test/support/request-lines.ts";

/** Lines for drawn riders, a hundred at a time. */
export function* riderLines(count: number, how: { readonly seed: string; readonly weeks?: number }): Generator<string> {
  for (let from = 0; from < count; from += 100) {
    const numbers = Array.from({ length: Math.min(100, count - from) }, (_, i) => from + i);
    yield numbers.map((index) => `${requestLine(index, how)}\n`).join("");
  }
}
