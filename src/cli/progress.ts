import { plainPaint } from "../report/paint.ts";
import { pageFor } from "./page.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";
import { isPlain } from "./prompts/is-plain.ts";
import { PromptOutput } from "./prompts/prompt-output.ts";

/** Says what is being done while it takes long. */
export interface Progress {
  /** Runs one piece of work under its name; what it returns is returned. The work may tell how far it is. */
  readonly during: <T>(name: string, work: (tell: (words: string) => void) => Promise<T>) => Promise<T>;
}

/** Shorter work is not worth a line. */
const NOTICED_MS = 500;
/** A line about long work comes this often, not more. */
const TOLD_MS = 3000;

/** No word at all: for quiet runs and for those whose output another program reads. */
const silentProgress: Progress = { during: (_name, work) => work(() => undefined) };

/** One line for each piece of work that took long, once it is done. */
export const lineProgress = ({ err, now }: Pick<System, "err" | "now">): Progress => ({
  during: async (name, work) => {
    const started = now().getTime();
    let last = started;
    const result = await work((words) => {
      const time = now().getTime();
      if (time - last < TOLD_MS) return;
      last = time;
      err(`${words}\n`);
    });
    const took = now().getTime() - started;
    if (took > NOTICED_MS) err(`${name}: done in ${(took / 1000).toFixed(1)} s\n`);
    return result;
  },
});

/** The few things that a spinner asks of a terminal beyond writing to it. */
class SpinnerOutput extends PromptOutput {
  readonly isTTY = true;
  cursorTo(): boolean {
    return this.write("\r");
  }
  clearLine(): boolean {
    return this.write("\u001b[2K");
  }
  moveCursor(): boolean {
    return true;
  }
}

/** Long enough for the first picture: planning leaves no time to draw another. */
const FIRST_PICTURE_MS = 20;

/** What a spinner may be drawn with. */
interface SpinnerLook {
  readonly isColoured: boolean;
  readonly isUnicode: boolean;
}

/** A line that lives while the work is done. */
const spinnerProgress = (system: Pick<System, "err" | "screen">, look: SpinnerLook): Progress => ({
  during: async (name, work) => {
    const { default: ora } = await import("ora");
    const stream = new SpinnerOutput(system, false);
    const { isColoured, isUnicode } = look;
    const spinner = ora({
      text: name,
      stream,
      discardStdin: false,
      hideCursor: false,
      isEnabled: true,
      color: isColoured ? "cyan" : false,
      spinner: isUnicode ? "dots" : "line",
    }).start();
    try {
      await new Promise((resolve) => setTimeout(resolve, FIRST_PICTURE_MS));
      return await work((words) => (spinner.text = words));
    } finally {
      spinner.stop();
    }
  },
});

/** How the one who runs this command is told of progress: not at all where a program reads the result or the run is quiet. */
export async function progressOf(
  system: System,
  settings: Pick<Settings, "quiet" | "colour">,
  { isJson, isPlainWanted = false }: { readonly isJson: boolean; readonly isPlainWanted?: boolean | undefined },
): Promise<Progress> {
  if (settings.quiet || isJson) return silentProgress;
  if (!system.isTerminal.chatter || isPlain(system, isPlainWanted)) return lineProgress(system);
  const { paint, unicode } = await pageFor(system, settings);
  return spinnerProgress(system, { isColoured: paint !== plainPaint, isUnicode: unicode });
}
