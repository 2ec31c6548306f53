import { clamp } from "../base/numbers.ts";
import type { Glyphs } from "./page.ts";

/** A bar of exactly `width` columns for `value` of `most`; what is not zero shows at least its smallest part. */
export function bar(share: { readonly value: number; readonly most: number }, width: number, glyphs: Glyphs): string {
  const parts = glyphs.bars.length + 1;
  const exact = share.most <= 0 ? 0 : clamp(share.value / share.most, 0, 1) * width * parts;
  const filled = share.value > 0 ? Math.max(1, Math.round(exact)) : 0;
  const part = glyphs.bars[(filled % parts) - 1] ?? "";
  const drawn = glyphs.full.repeat(Math.floor(filled / parts)) + part;
  return drawn.padEnd(width);
}
