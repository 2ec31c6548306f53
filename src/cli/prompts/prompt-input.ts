import { Readable } from "node:stream";
import type { Keys, System } from "../system.ts";

/** One piece up to each Enter: what stands behind it belongs to the next prompt. */
const PIECES = /[^\r\n]+(?:\r\n?|\n)?|\r\n?|\n/g;

/**
 * The rider's keys for one prompt after the other. A terminal hands over whatever was typed at once; given to the
 * first prompt whole, all behind its Enter would be lost; given while no prompt is there, all of it. So each line waits
 * for the prompt that it answers.
 */
export class PromptInput extends Readable {
  private readonly keys: Keys;
  private readonly pieces: string[] = [];
  private isAsking = false;
  private hasEnded = false;
  private turn: NodeJS.Immediate | undefined;
  private readonly onKeys = (data: Buffer | string): void => {
    this.pieces.push(...(data.toString().match(PIECES) ?? []));
    this.handOver();
  };
  private readonly onEnd = (): void => {
    this.hasEnded = true;
    this.handOver();
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

  /** Runs one prompt; only meanwhile keys are handed over. */
  async during<T>(prompt: () => Promise<T>): Promise<T> {
    const answer = prompt();
    this.isAsking = true;
    this.handOver();
    try {
      return await answer;
    } finally {
      this.isAsking = false;
    }
  }

  private handOver(): void {
    if (!this.isAsking || this.turn !== undefined) return;
    const piece = this.pieces.shift();
    if (piece !== undefined) {
      this.push(piece);
      // An answered prompt has ended by then; one that refused the line takes the next.
      this.turn = setImmediate(() => {
        this.turn = undefined;
        this.handOver();
      });
    } else if (this.hasEnded) {
      this.hasEnded = false;
      this.push(null);
    }
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
    clearImmediate(this.turn);
    this.leave();
    this.keys.off("data", this.onKeys).off("end", this.onEnd).off("close", this.onEnd);
    this.keys.pause();
    done(error);
  }
}
