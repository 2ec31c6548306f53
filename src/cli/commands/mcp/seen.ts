import { PlanError } from "../../../base/errors.ts";
import { digestOf } from "../../../storage/digest.ts";

/** As many as are remembered; the oldest goes first. */
const MOST = 100;

/** What was shown in this session and may be done now, by the hash that was shown with it. */
export class Seen {
  readonly #texts = new Map<string, string>();

  /** Remembers what was shown; returns its hash. */
  show(text: string): string {
    const hash = digestOf(text);
    this.#texts.delete(hash);
    this.#texts.set(hash, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > MOST && oldest !== undefined) this.#texts.delete(oldest);
    return hash;
  }

  /** What was shown under this hash. Throws INPUT_INVALID where nothing was. */
  take(hash: string, how: string): string {
    const text = this.#texts.get(hash);
    if (text !== undefined) return text;
    throw new PlanError({
      code: "INPUT_INVALID",
      message: "Nothing with that hash was shown in this session.",
      hint: how,
    });
  }
}
