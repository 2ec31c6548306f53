import { expect, it } from "vitest";
import { draws } from "../support/draws.ts";
import { liveStory } from "../support/live-story.ts";
import { shipped } from "../unit/library/shipped.ts";

const STORIES = draws({ few: 8, many: 10_000 });

it("keeps what is past, done and kept, breaks no rule, and can be taken back, whatever is said on whatever day", () => {
  let changes = 0;
  for (let i = 0; i < STORIES; i++) {
    const story = liveStory(`changes/${i}`, shipped);
    expect(story.faults).toEqual([]);
    changes += story.changes;
  }
  expect(changes).toBeGreaterThan(STORIES);
}, 7_200_000);
