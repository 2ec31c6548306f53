import { describe, expect, it } from "vitest";
import { markdown } from "../../../src/export/markdown.ts";
import { seasonOf } from "../../../src/export/session.ts";
import { planWith } from "./a-ride.ts";

const write = (change = {}, choices = {}): string => String(markdown(seasonOf(planWith(change), choices)).content);

describe("Markdown", () => {
  it("writes a whole plan of one ride", () => {
    expect(write()).toMatchInlineSnapshot(`
      "# Plan a-plan

      1 weeks, 7 December 2026 to 13 December 2026.

      Watts are for an FTP of 265 W. RPE is effort out of 10.

      Ride the easy days easy.

      Watch your morning pulse.

      General information only.

      ## Week 1: base, 7 December 2026 to 13 December 2026

      Steady riding.

      1.3 h of riding, load 86.

      | Day | Type | Time | Load | Session |
      | --- | --- | ---: | ---: | --- |
      | Mon 7 Dec | rest |  |  |  |
      | Tue 8 Dec | sweetspot | 1 h 20 | 86 | Sweet spot 3 x 15 |
      | Wed 9 Dec | rest |  |  |  |
      | Thu 10 Dec | rest |  |  |  |
      | Fri 11 Dec | rest |  |  |  |
      | Sat 12 Dec | rest |  |  |  |
      | Sun 13 Dec | rest |  |  |  |

      ### Tuesday, 8 December 2026: Sweet spot 3 x 15

      Trains the power that you hold for hours. Ride every interval evenly.

      - 10 min warm up, 45 to 75 %, 119 to 199 W: Start easy. RPE 1-3
      - 3 x
        - 15 min work, 88-92 %, 233-244 W: Hold it even. RPE 4, 85-95 rpm
        - 5 min easy, 55 %, 146 W: RPE 1
      - 10 min cool down, 60 to 40 %, 159 to 106 W: Spin out. RPE 1-3
      "
    `);
  });

  it("keeps names from becoming markup, links, tags, table cells or headings", () => {
    const text = write({ name: "a|b *c* _d_ [e](f) <script> `g` # h\n# i" });
    expect(text).toContain("| a\\|b \\*c\\* \\_d\\_ \\[e\\](f) \\<script\\> \\`g\\` \\# h \\# i |");
    expect(text.split("\n").filter((line) => line.startsWith("# "))).toHaveLength(1);
  });

  it("keeps a description from becoming a list or a heading", () => {
    const text = write({ description: "- one\n\n1. two\n\n# three\n\n=====\n\n> four" });
    expect(text).toContain("\n\\- one\n\n1\\. two\n\n\\# three\n\n\\=====\n\n\\> four\n");
  });

  it("says of which FTP the watts are", () => {
    expect(write({}, { ftpWatts: 300 })).toContain("Watts are for an FTP of 300 W; the plan was made for 265 W.");
    expect(write()).toContain("15 min work, 88-92 %, 233-244 W");
    expect(write({}, { ftpWatts: 300 })).toContain("15 min work, 88-92 %, 264-276 W");
  });

  it("ends its facts with the health note", () => {
    expect(write()).toContain("General information only.");
  });
});
