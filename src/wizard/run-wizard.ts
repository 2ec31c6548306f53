import { askAll } from "./ask-all.ts";
import { MAIN_QUESTIONS } from "./questions.ts";
import { review } from "./review.ts";
import type { WizardOutcome, WizardPorts, WizardState } from "./state.ts";

/** Asks, shows everything, lets the rider change it, and ends with answers that a plan can be made of. */
export async function runWizard(start: WizardState, ports: WizardPorts): Promise<WizardOutcome> {
  const asked = await askAll(MAIN_QUESTIONS, start, ports);
  return asked.kind === "ready" ? review(asked.state, ports) : asked;
}
