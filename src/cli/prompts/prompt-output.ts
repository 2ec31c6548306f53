import { Writable } from "node:stream";
import type { System } from "../system.ts";

/** What prompts draw on: stderr, because a prompt is no result. */
export class PromptOutput extends Writable {
  private readonly screen: System["screen"];
  private readonly print: (text: string) => void;

  constructor({ screen, err }: Pick<System, "screen" | "err">, isSilent: boolean) {
    super({ decodeStrings: false });
    this.screen = screen;
    this.print = isSilent ? () => undefined : err;
  }

  /** Read by the terminal line editor, which would take a stream without it for 80 columns wide. */
  get columns(): number {
    return this.screen().columns;
  }

  override _write(chunk: string | Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    this.print(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
    done();
  }
}
