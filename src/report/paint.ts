/** Puts a colour around a text, or leaves it as it is. Its width on the screen stays the same. */
export type Colour = (text: string) => string;

/** The colours of a view by what they mean; which escape codes they are is known to cli alone. */
export interface Paint {
  readonly heading: Colour;
  /** What helps but may be overlooked. */
  readonly quiet: Colour;
  readonly good: Colour;
  readonly warn: Colour;
  readonly bad: Colour;
  /** A power by its level: `level` is 1 (active recovery) to 7 (neuromuscular). */
  readonly zone: (level: number, text: string) => string;
}

const same: Colour = (text) => text;

/** No colour at all: every view must read well with this one. */
export const plainPaint: Paint = {
  heading: same,
  quiet: same,
  good: same,
  warn: same,
  bad: same,
  zone: (_level, text) => text,
};
