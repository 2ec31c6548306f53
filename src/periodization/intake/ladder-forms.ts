import type { ExperienceLevel } from "../../athlete/schema.ts";
import type { LadderForm } from "../../workout/ladder.ts";

/** Forms of a catalogue that a rider of this level can ride, by family. */
export class LadderForms {
  readonly #forms: ReadonlyMap<string, readonly LadderForm[]>;
  readonly #level: ExperienceLevel;
  #easy: LadderForms | undefined;

  constructor(all: readonly LadderForm[], level: ExperienceLevel) {
    const forms = new Map<string, LadderForm[]>();
    for (const form of all) {
      if (!form.feasibleFor.includes(level)) continue;
      const family = forms.get(form.family);
      if (family === undefined) forms.set(form.family, [form]);
      else family.push(form);
    }
    this.#forms = forms;
    this.#level = level;
  }

  /** The same forms without those that make a hard day or hold efforts above 105 %: what a long ride may carry. */
  easy(): LadderForms {
    this.#easy ??= new LadderForms(
      [...this.#forms.values()].flat().filter((form) => !form.isHard && !form.isVo2),
      this.#level,
    );
    return this.#easy;
  }

  /** True where any form of this rung holds efforts above 105 %: which one is ridden is not the planner's choice. */
  isVo2(family: string, level: number): boolean {
    return this.forms(family).some((form) => form.level === level && form.isVo2);
  }

  forms(family: string): readonly LadderForm[] {
    return this.#forms.get(family) ?? [];
  }
}
