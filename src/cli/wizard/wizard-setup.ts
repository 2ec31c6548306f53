import { join } from "node:path";
import type { CalendarDate } from "../../base/calendar.ts";
import { startFromRides } from "../../jobs/activities/start-from-rides.ts";
import type { PlanRides } from "../../jobs/activities/plan-with-rides.ts";
import { summaryOf } from "../../jobs/activities/ride-summary.ts";
import { savedAthlete } from "../../jobs/plans/saved-athlete.ts";
import { readShippedLibrary, shippedIn } from "../../storage/shipped-library.ts";
import type { SavedNumbers } from "../../wizard/keep-numbers.ts";
import type { AskedModel, ModelSuggestions } from "../../wizard/model-suggestions.ts";
import type { Prompter } from "../../wizard/prompter.ts";
import { rideSuggestions } from "../../wizard/ride-suggestions.ts";
import { savedSuggestions } from "../../wizard/saved-suggestions.ts";
import type { ModelOffer, WizardPorts } from "../../wizard/state.ts";
import { suggestFrom, type SuggestionSource } from "../../wizard/suggest.ts";
import { openSessions, type WizardSessions } from "../../wizard/unfinished-sessions.ts";
import { writeRampTest } from "../../wizard/write-files.ts";
import { modelNamed, providerNamed, realClock } from "../model/choice.ts";
import { reach } from "../model/connection.ts";
import { foreseer, type Foreseer } from "./foresee.ts";
import { isNamed, type ModelWish } from "../model/wish.ts";
import { measuresFor } from "../measures-for.ts";
import { pageFor } from "../page.ts";
import { placesOf } from "../places.ts";
import { isPlain } from "../prompts/is-plain.ts";
import { warningOfHeart } from "../prompts/heart-first.ts";
import { plainPrompter } from "../prompts/plain-prompter.ts";
import { richPrompter } from "../prompts/rich-prompter.ts";
import type { OpenPrompter } from "../prompts/run-prompt.ts";
import type { Settings } from "../settings.ts";
import type { System } from "../system.ts";

/** A source of suggestions that takes longer is not waited for. */
const PATIENCE_MS = 400;
/** Characters of the name of a session's file. */
const ID_CHARACTERS = 36;

type WishesBy = (at: {
  readonly today: CalendarDate;
  readonly trouble: (words: string) => void;
}) => NonNullable<WizardPorts["interpret"]>;

/** What the wizard works with on this machine. */
export interface WizardSetup {
  readonly system: System;
  readonly settings: Settings;
  readonly prompter: OpenPrompter;
  readonly sessions: WizardSessions;
  readonly saved: SavedNumbers;
  readonly rides: PlanRides | undefined;
  /** Undefined where no model was asked for. */
  readonly models: ModelSuggestions | undefined;
  readonly modelOffer: ModelOffer | undefined;
  /** Reads wishes by that model. */
  readonly interpreter: WishesBy | undefined;
  readonly foreseer: Foreseer;
}

/** The model that was asked for; undefined where none was, or its exchanges are recorded or replayed. Throws where it cannot be used. */
export async function askedModel(system: System, wish: ModelWish): Promise<AskedModel | undefined> {
  const provider = providerNamed(wish);
  if (provider === undefined || wish.recording !== undefined) return undefined;
  const reached = await reach(system, { provider, model: modelNamed(wish, provider) });
  return { ...reached, clock: realClock(system) };
}

/** Suggestions by the model that was asked for, or the offer of one for which there is a key. */
async function modelsFor(
  system: System,
  wish: ModelWish,
): Promise<Pick<WizardSetup, "models" | "modelOffer" | "interpreter">> {
  if (isNamed(wish)) {
    const model = await askedModel(system, wish);
    if (model === undefined) return { models: undefined, modelOffer: undefined, interpreter: undefined };
    const { modelSuggestions } = await import("../../wizard/model-suggestions.ts");
    const { wishesBy } = await import("../../wizard/model-wishes.ts");
    const { stoppable } = await import("../model/opened.ts");
    const interpreter: WizardSetup["interpreter"] = (at) => (text) => {
      const controller = new AbortController();
      return stoppable(system, () => wishesBy(model, { ...at, signal: controller.signal })(text), { controller });
    };
    return { models: modelSuggestions(model), modelOffer: undefined, interpreter };
  }
  const { modelOffer } = await import("./model-offer.ts");
  return { models: undefined, modelOffer: await modelOffer(system, wish), interpreter: undefined };
}

const openSessionsOf = (system: System, settings: Settings, prompter: Prompter): WizardSessions =>
  openSessions(
    {
      directory: join(placesOf(system).state, "wizard"),
      id: system.newSeed().toLowerCase().slice(0, ID_CHARACTERS),
      processId: system.processId,
      now: system.now,
      measures: measuresFor(system, settings),
      isRunning: system.isRunning,
    },
    prompter,
  );

/** What the command line asked of the wizard. */
export interface WizardWishes {
  readonly wish: ModelWish;
  /** Line by line, for screen readers. */
  readonly isPlainWanted: boolean;
  readonly rides: PlanRides | undefined;
}

/** Everything that the wizard works with: the prompts for this terminal, the sessions, the saved athlete, a model. */
export async function setUpWizard(
  system: System,
  settings: Settings,
  { wish, isPlainWanted, rides }: WizardWishes,
): Promise<WizardSetup> {
  const prompter = warningOfHeart(
    isPlain(system, isPlainWanted) ? plainPrompter(system) : richPrompter(system, await pageFor(system, settings)),
  );
  const saved = await savedAthlete(placesOf(system).settings);
  return {
    system,
    settings,
    prompter,
    sessions: openSessionsOf(system, settings, prompter),
    saved: { ...saved, directory: placesOf(system).settings, owner: system },
    rides,
    foreseer: foreseer(system, settings.today),
    ...(await modelsFor(system, wish)),
  };
}

/** What was ridden is newer than what was saved; an FTP that the rider saved is surer than one from rides. */
function sourcesOf({ settings, saved, rides, models }: WizardSetup): SuggestionSource[] {
  const { today } = settings;
  const savedOnes = savedSuggestions(saved.current, today);
  const ofModel = models === undefined ? [] : [models.source];
  if (rides === undefined) return [savedOnes, ...ofModel];
  const summary = summaryOf(rides.history, today, {});
  const ridden = { summary, values: startFromRides(summary, rides.history.sources, today).values };
  return [rideSuggestions(ridden, "before saved"), savedOnes, rideSuggestions(ridden, "after saved"), ...ofModel];
}

/** The outside world as the wizard's questions see it. */
export function portsOf(setup: WizardSetup): WizardPorts {
  const { system, settings, sessions, models, modelOffer } = setup;
  const prompter: Prompter = setup.prompter;
  const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
  const suggest = suggestFrom(sourcesOf(setup), patience);
  return {
    prompter,
    today: settings.today,
    measures: measuresFor(system, settings),
    suggest: (key) => {
      const trouble = models?.trouble();
      if (trouble !== undefined) prompter.say("hint", `No suggestions by the model: ${trouble}`);
      return suggest(key);
    },
    save: async (state) => {
      models?.know(state);
      await sessions.save(state);
    },
    modelOffer,
    interpret: setup.interpreter?.({
      today: settings.today,
      trouble: (words) => {
        prompter.say("hint", words);
      },
    }),
    foresee: setup.foreseer.foresee,
    writeRampTest: async () =>
      writeRampTest(await readShippedLibrary(shippedIn(system.packageDirectory)), settings.out, settings.today),
  };
}
