import {
  factsOf,
  readSuggestions,
  suggestRequest,
  SUGGESTED_KEYS,
  type SuggestedKey,
} from "../coach/suggest-answers.ts";
import { askOnce } from "../providers/ask.ts";
import { ModelFailure } from "../providers/failure.ts";
import { openModel } from "../providers/open-model.ts";
import type { Clock, Connection } from "../providers/port.ts";
import { troubleOf } from "../providers/remedies.ts";
import type { WizardState } from "./state.ts";
import type { SuggestionSource } from "./suggest.ts";

/** A rider has gone on long before. */
const PATIENCE = { idleMs: 20_000, totalMs: 20_000 };

/** Suggestions by the model that was asked for. */
export interface ModelSuggestions {
  readonly source: SuggestionSource;
  /** Called after every answer: what nobody waits for any more is cancelled. */
  readonly know: (state: WizardState) => void;
  /** What went wrong since it was last asked, once and in one line. */
  readonly trouble: () => string | undefined;
  readonly close: () => void;
}

/** The model that is asked, and how. */
export interface AskedModel {
  readonly connection: Connection;
  /** Words that stand in no message. */
  readonly secrets: readonly string[];
  readonly clock: Clock;
}

/** The answers that are asked for together: how long, then how much and when. */
const TOGETHER: readonly (readonly SuggestedKey[])[] = [["weeks"], ["hours", "days"]];

interface Running {
  readonly facts: string;
  readonly keys: readonly SuggestedKey[];
  readonly found: Promise<ReadonlyMap<SuggestedKey, string>>;
  readonly cancel: () => void;
}

/** One question to the model; a failure is told to `onTrouble` and counts as no suggestion. */
function start({ connection, secrets, clock }: AskedModel, at: Pick<Running, "facts" | "keys">) {
  const controller = new AbortController();
  const found = openModel(connection)
    .then((adapter) =>
      askOnce(adapter, suggestRequest(at.facts, at.keys, connection), {
        clock,
        patience: PATIENCE,
        signal: controller.signal,
        key: connection.key,
        secrets,
      }),
    )
    .then(({ text }) => readSuggestions(text));
  return {
    ...at,
    found,
    cancel: () => {
      controller.abort();
    },
  };
}

/** Opens the suggestions by one model; nothing is asked before the wizard asks. */
export function modelSuggestions(model: AskedModel): ModelSuggestions {
  const because = `proposed by ${model.connection.model}`;
  let draft: WizardState["draft"] = {};
  let running: Running | undefined;
  let trouble: string | undefined;
  let isTold = false;

  function onFailure(error: unknown): ReadonlyMap<SuggestedKey, string> {
    if (!(error instanceof ModelFailure)) throw error;
    if (error.kind !== "cancelled" && !isTold) trouble = troubleOf(error, model.connection).message;
    return new Map();
  }

  /** The question that holds this answer, asked once for the same facts. */
  function asking(keys: readonly SuggestedKey[]): Running {
    const facts = factsOf(draft);
    if (running?.facts === facts && running.keys === keys) return running;
    running?.cancel();
    const next = start(model, { facts, keys });
    running = { ...next, found: next.found.catch(onFailure) };
    return running;
  }

  return {
    source: async (key) => {
      const known = SUGGESTED_KEYS.find((one) => one === key);
      const keys = TOGETHER.find((some) => some.some((one) => one === known));
      if (known === undefined || keys === undefined || draft.goal === undefined) return undefined;
      const text = (await asking(keys).found).get(known);
      return text === undefined ? undefined : { text, because };
    },
    know: (state) => {
      draft = state.draft;
      if (
        running?.keys.every((key) => draft[key] !== undefined || (key === "weeks" && draft.hasEvent === true)) === true
      )
        running.cancel();
    },
    trouble: () => {
      const said = isTold ? undefined : trouble;
      if (said !== undefined) isTold = true;
      return said;
    },
    close: () => running?.cancel(),
  };
}
