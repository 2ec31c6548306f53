import { Writable } from "node:stream";
import type { System } from "../system.ts";

/** What prompts draw on: stderr, because a prompt is no result. */
export class PromptOutput extends Writable {
  /** Read by the terminal line editor, which would take a stream without it for 80 columns wide. */
  readonly columns: number;
  private readonly print: (text: string) => void;

  constructor({ width, err }: Pick<System, "width" | "err">, isSilent: boolean) {
    super({ decodeStrings: false });
    this.columns = width;
    this.print = isSilent ? () => undefined : err;
  }

  override _write(chunk: string | Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    this.print(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
    done();
  }
}
