import type { WishEntry } from "../athlete/wishes/entry.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { Outlook } from "../plan/outlook.ts";
import type { Measures } from "../plan/measures.ts";
import { checkDraft } from "./check-draft.ts";
import { changed, type Draft } from "./draft.ts";
import type { Prompter } from "./prompter.ts";
import type { Question } from "./question.ts";
import type { Suggest } from "./suggest.ts";

/** Where a wizard stands: enough to go on after a stop, a crash or a power cut. */
export interface WizardState {
  readonly draft: Draft;
  /** Ids of the questions that were answered or left out on purpose. */
  readonly asked: readonly string[];
  /** The rider is out to find their FTP. */
  readonly waitsForTest: boolean;
}

export const NEW_STATE: WizardState = { draft: {}, asked: [], waitsForTest: false };

/** A model that nobody asked for yet. */
export interface ModelOffer {
  readonly provider: string;
  /** As the rider reads it. */
  readonly name: string;
}

/** What the wizard needs from outside. */
export interface WizardPorts {
  readonly prompter: Prompter;
  readonly today: CalendarDate;
  readonly suggest: Suggest;
  /** In which units answers are shown; they are read in all of them. */
  readonly measures?: Measures | undefined;
  /** Keeps the state; the next question is not asked before it is kept. */
  readonly save: (state: WizardState) => Promise<void>;
  /** Writes a ramp test for the rider's trainer and says where. */
  readonly writeRampTest: () => Promise<readonly string[]>;
  /** Stands in the review as one more way to make the plan. */
  readonly modelOffer?: ModelOffer | undefined;
  /** What a model makes of wishes in words; undefined where none was asked for. */
  readonly interpret?: ((text: string) => Promise<readonly WishEntry[]>) | undefined;
  /** What a plan of these answers would be; undefined where there is nothing to say. Nobody waits for it. */
  readonly foresee?: ((draft: Draft) => Promise<Outlook | undefined>) | undefined;
}

export type WrittenRequest =
  { readonly kind: "written"; readonly path: string } | { readonly kind: "refused"; readonly why: string };

/** How a wizard, or one question of it, ends. */
export type Ending =
  /** The rider wants to stop now; everything is kept. */
  | { readonly kind: "stopped" }
  /** The rider goes to ride a test; everything is kept. */
  | { readonly kind: "test" }
  /** No plan may be made; `advice` says where to turn. */
  | { readonly kind: "referred"; readonly advice: string };

/** How a whole wizard ends. */
export type WizardOutcome =
  | {
      readonly kind: "ready";
      readonly state: WizardState;
      /** The provider whose model the rider chose at the review. */
      readonly provider?: string;
    }
  | Ending;

/** What came of one question. */
export type Asked =
  | { readonly kind: "answered"; readonly state: WizardState }
  | { readonly kind: "back"; readonly state: WizardState }
  | Ending;

/** A state from flags or an older session: what cannot be used any more is taken out and asked again. */
export function usable(state: WizardState, questions: readonly Question[], today: CalendarDate): WizardState {
  let { draft, asked } = state;
  for (let { problems } = checkDraft(draft, today); problems.size > 0; { problems } = checkDraft(draft, today)) {
    const bad = [...problems.keys()].filter((key) => draft[key] !== undefined);
    if (bad.length === 0) return { ...NEW_STATE };
    const isOfEvent = bad.includes("eventDate");
    draft = changed(
      draft,
      Object.fromEntries([...bad, ...(isOfEvent ? ["hasEvent" as const] : [])].map((key) => [key, undefined])),
    );
    const again = questions.filter(({ keys }) => keys.some((key) => bad.includes(key))).map(({ id }) => id);
    asked = asked.filter((id) => !again.includes(id));
  }
  return { ...state, draft, asked };
}
