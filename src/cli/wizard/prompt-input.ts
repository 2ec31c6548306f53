import { Readable } from "node:stream";
import type { Keys, System } from "../system.ts";

/** One piece up to each Enter: what stands behind it belongs to the next prompt. */
const PIECES = /[^\r\n]*(?:\r\n?|\n)|[^\r\n]+/g;
/** Time for one prompt to end and the next to begin, before what was typed ahead goes on. */
const NEXT_PROMPT_MS = 20;

/**
 * The rider's keys for one prompt after the other. A terminal hands over whatever was typed at once; given to the
 * first prompt whole, all behind its Enter would be lost. Nothing typed ahead is lost here.
 */
export class PromptInput extends Readable {
  private readonly keys: Keys;
  private readonly pieces: string[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly onKeys = (data: Buffer | string): void => {
    this.pieces.push(...(data.toString().match(PIECES) ?? []));
    this.handOver();
  };
  private readonly onEnd = (): void => {
    this.push(null);
  };

  private readonly leave: () => void;

  constructor({ keys: keysOf, onContinue }: Pick<System, "keys" | "onContinue">) {
    super({ encoding: "utf8", highWaterMark: 1 });
    const keys = (this.keys = keysOf());
    this.leave = onContinue(() => {
      // The line editor pauses its input after Ctrl-Z and leaves it to us to go on.
      setImmediate(() => {
        if (this.listenerCount("keypress") > 0) this.resume();
      });
    });
    keys.on("data", this.onKeys);
    keys.on("end", this.onEnd);
    keys.on("close", this.onEnd);
    keys.pause();
  }

  private handOver(): void {
    if (this.timer !== undefined) return;
    const piece = this.pieces.shift();
    if (piece === undefined) return;
    this.push(piece);
    if (!/[\r\n]$/.test(piece)) {
      this.handOver();
      return;
    }
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.handOver();
    }, NEXT_PROMPT_MS);
  }

  /** What the line editor asks of a terminal. */
  setRawMode(isRaw: boolean): this {
    this.keys.setRawMode?.(isRaw);
    return this;
  }

  override _read(): void {
    // The keys come when they are pressed.
  }
  override pause(): this {
    this.keys.pause();
    return super.pause();
  }
  override resume(): this {
    this.keys.resume();
    return super.resume();
  }

  /** Lets go of the terminal. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.timer);
    this.leave();
    this.keys.off("data", this.onKeys).off("end", this.onEnd).off("close", this.onEnd);
    this.keys.pause();
    done(error);
  }
}
