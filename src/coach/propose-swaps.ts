import { converse, type AskModel, type Effort, type Verdict } from "./converse.ts";
import { readSwaps, type Proposal } from "./swap-form.ts";

export interface SwapPorts {
  readonly ask: AskModel;
  /** Tries a proposal on the plan as it is by now: taken, or why not. */
  readonly attempt: (proposal: Proposal) => Promise<string | undefined>;
}

/** A proposal that was not taken. */
export interface RefusedProposal {
  readonly proposal: Proposal;
  readonly because: string;
}

/** What came of asking for swaps. */
export interface ProposedSwaps {
  /** In the order of their weeks; those that were taken the caller has. */
  readonly refused: readonly RefusedProposal[];
  /** Why no answer could be used at all. */
  readonly unusable: string | undefined;
  /** What was wrong with the last answer. */
  readonly faults: readonly string[];
  readonly effort: Effort;
}

/** Asks for swaps and tries each as it is read; what is refused goes back at most once. */
export async function proposeSwaps(
  weeks: number,
  { brief, repairs }: { readonly brief: string; readonly repairs: number },
  { ask, attempt }: SwapPorts,
): Promise<ProposedSwaps> {
  const taken = new Set<number>();
  const refused = new Map<number, RefusedProposal>();
  const judge = async (value: unknown): Promise<Verdict<true>> => {
    const { proposals, problems } = readSwaps(value, weeks);
    const faults = [...problems];
    for (const proposal of [...(proposals ?? [])].sort((a, b) => a.week - b.week)) {
      // A week that has its swap keeps it, whatever comes back beside the mended ones.
      if (taken.has(proposal.week)) continue;
      const because = await attempt(proposal);
      if (because === undefined) {
        taken.add(proposal.week);
        refused.delete(proposal.week);
      } else {
        refused.set(proposal.week, { proposal, because });
        faults.push(`week ${proposal.week}, ${proposal.what} to ${proposal.to.slice(0, 30)}: ${because}`);
      }
    }
    return { draft: proposals === undefined ? undefined : true, faults };
  };
  const again =
    "Return JSON in the same form with other swaps in the place of these, or none for them. Those that are not named here were taken.";
  const { draft, faults, effort } = await converse({ first: brief, repairs: Math.min(1, repairs), again }, ask, judge);
  return {
    refused: [...refused.values()].sort((a, b) => a.proposal.week - b.proposal.week),
    unusable: draft === undefined ? (faults[0] ?? "it holds nothing") : undefined,
    faults,
    effort,
  };
}
