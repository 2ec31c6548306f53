import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, type InputLine } from "../../../src/storage/line-stream.ts";

async function all(chunks: readonly Uint8Array[], most = 1000): Promise<InputLine[]> {
  const lines: InputLine[] = [];
  for await (const line of linesOf(Readable.from(chunks), most)) lines.push(line);
  return lines;
}

describe("lines of an input", () => {
  it("are the same however the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme" }), { maxLength: 6 }),
        fc.array(fc.nat(9)),
        async (parts, cuts) => {
          const texts = parts.map((part) => part.replaceAll("\n", "").replace(/^\uFEFF/, ""));
          const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(""));
          const chunks: Uint8Array[] = [];
          let at = 0;
          for (const cut of cuts) {
            chunks.push(bytes.subarray(at, at + cut));
            at += cut;
          }
          chunks.push(bytes.subarray(at));
          expect((await all(chunks)).map(({ text }) => text)).toEqual(texts);
        },
      ),
    );
  });

  it("may be broken, too long, without an end, behind a mark", async () => {
    const chunks = [
      Buffer.from("\uFEFFa\n"),
      Buffer.from([0xff, 0x0a]),
      Buffer.from(`${"x".repeat(2000)}\n`),
      Buffer.from("b"),
    ];
    expect(await all(chunks)).toEqual([
      { number: 1, text: "a" },
      { number: 2, text: undefined, trouble: "it is no text in UTF-8" },
      { number: 3, text: undefined, trouble: "it has 2000 bytes, and a line may have 1000" },
      { number: 4, text: "b" },
    ]);
  });

  it("of a hundred megabytes take no more memory than a short one", async () => {
    async function* long(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 1600; i++) yield await Promise.resolve(Buffer.alloc(1 << 16, "x"));
      yield Buffer.from("\nb\n");
    }
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const found: InputLine[] = [];
    for await (const line of linesOf(long(), 1 << 20)) {
      found.push(line);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(found).toEqual([
      { number: 1, text: undefined, trouble: "it has 104857600 bytes, and a line may have 1048576" },
      { number: 2, text: "b" },
    ]);
    expect(most).toBeLessThan(64 << 20);
  });
});
