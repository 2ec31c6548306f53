import type { Effort } from "../../coach/converse.ts";
import type { OverviewBy } from "../../plan/swap-schema.ts";
import type { AskPorts } from "../../providers/ask.ts";
import type { Adapter, Connection } from "../../providers/port.ts";
import type { HowFar } from "./tally.ts";

/** Who fills the weeks of a plan whose overview a model proposes. */
export type Strategy = "library" | "llm";

/** The model of a run, and how it is asked. */
export interface ModelChoice {
  readonly connection: Connection;
  /** Loads the SDK, only now. */
  readonly open: () => Promise<Adapter>;
  readonly strategy: Strategy;
  /** Who plans the weeks: the planner, and the model proposes swaps; or the model. */
  readonly overviewBy: OverviewBy;
  /** Weeks that are asked for at once. */
  readonly concurrency: number;
  readonly maxTokens: number;
  readonly temperature: number;
  /** How often findings go back to the model. */
  readonly repairs: number;
  /** What the tools do not accept ends the run. */
  readonly isStrict: boolean;
  readonly ports: Omit<AskPorts, "key">;
  /** Told how far the run is. */
  readonly onProgress?: ((now: HowFar) => void) | undefined;
  /** Told what the run took, also where it failed. */
  readonly onEffort?: ((effort: Effort) => void) | undefined;
}
