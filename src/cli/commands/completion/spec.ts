import type { CommandSpec } from "../../command-spec.ts";

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof SHELLS)[number];

/** `completion SHELL`: what a shell needs to complete our words. */
export const completionSpec = {
  name: "completion",
  summary: "print what a shell needs to complete commands, plan ids and dates",
  args: [
    { name: "<shell>", about: "bash, zsh, fish or powershell" },
    { name: "[words...]", about: "behind --: the words so far; prints what may come next, one a line" },
  ],
  examples: [
    "cycling-plan completion bash >> ~/.bashrc",
    "cycling-plan completion zsh > ~/.zfunc/_cycling-plan",
    "cycling-plan completion fish > ~/.config/fish/completions/cycling-plan.fish",
    "cycling-plan completion powershell | Out-String | Invoke-Expression",
  ],
} as const satisfies CommandSpec;
