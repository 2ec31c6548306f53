import { findZwiftFolders } from "../../../storage/zwift-folder.ts";
import { requestFileOf, type Draft } from "../../../wizard/draft.ts";
import { BACK, type Choice } from "../../../wizard/prompter.ts";
import { writeRequest } from "../../../wizard/write-files.ts";
import { pathFrom } from "../../input.ts";
import { shellWord } from "../../shell-word.ts";
import type { WizardSetup } from "../../wizard/wizard-setup.ts";

const REQUEST_FILE = "my-answers.json";

/** Writes the answers for `generate --profile`; a name that cannot be used is asked again. */
async function saveAsFile(draft: Draft, { system, prompter }: WizardSetup): Promise<void> {
  for (;;) {
    const name = await prompter.ask({
      kind: "text",
      message: "Name of the file?",
      initial: REQUEST_FILE,
      check: (text) => text.trim() !== "" || "Type a name, such as my-answers.json.",
    });
    if (name === undefined || name === BACK) return;
    const written = await writeRequest(pathFrom(system, name), requestFileOf(draft));
    if (written.kind === "written") {
      prompter.say("good", `Written: ${written.path}`);
      prompter.say(
        "plain",
        `To make this plan again, type: cycling-plan generate --profile ${shellWord(name, system.platform)}`,
      );
      return;
    }
    prompter.say("warning", `${written.why} Type another name, or < to go back.`);
  }
}

/** The page of the plan, in the browser. */
async function look({ system }: WizardSetup): Promise<void> {
  const { show } = await import("../show/run.ts");
  await show({ system, args: [[]], flags: { open: true }, isJson: false });
}

/** Its rides as files; where Zwift is found, in its folder, too. */
async function toTheBike({ system }: WizardSetup, hasZwift: boolean): Promise<void> {
  const { exportFiles } = await import("../export/run.ts");
  await exportFiles({ system, args: [undefined], flags: hasZwift ? { install: true } : {}, isJson: false });
}

const DONE = "done";

function choices(taken: ReadonlySet<string>, hasZwift: boolean): Choice[] {
  const bike = hasZwift
    ? "to the bike: its rides as files, and into Zwift, which is found here"
    : "to the bike: its rides as files for Zwift, and your calendar";
  const ways = [
    { value: "look", name: "look at it: its page, in your browser" },
    { value: "bike", name: bike },
    { value: "file", name: "a file for scripts: your answers, to make this plan again" },
  ];
  return [...ways.filter(({ value }) => !taken.has(value)), { value: DONE, name: "nothing more" }];
}

/** Three ways on from a new plan, until the rider has what they want. */
export async function waysOn(draft: Draft, setup: WizardSetup): Promise<void> {
  const hasZwift = (await findZwiftFolders(setup.system)).length > 0;
  const taken = new Set<string>();
  for (;;) {
    const choice = await setup.prompter.ask({
      kind: "choice",
      message: "What next?",
      initial: taken.size === 0 ? "look" : DONE,
      choices: choices(taken, hasZwift),
    });
    if (choice === undefined || choice === DONE || choice === BACK) return;
    taken.add(choice);
    if (choice === "look") await look(setup);
    else if (choice === "bike") await toTheBike(setup, hasZwift);
    else await saveAsFile(draft, setup);
  }
}
