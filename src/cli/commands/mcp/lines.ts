/** A message longer than this is no request of ours: the largest tool input is a request file of 1 MB. */
export const MOST_MESSAGE_BYTES = 4 * 2 ** 20;

const LINE_FEED = 10;

/** Input with each line that is too long left out, so that nobody keeps more than one message. `tell` hears of each. */
export async function* boundedLines(
  input: AsyncIterable<Uint8Array>,
  tell: (bytes: number) => void,
  most = MOST_MESSAGE_BYTES,
): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = [];
  let length = 0;
  for await (const piece of input) {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      const rest = piece.subarray(from, end + 1);
      length += rest.length;
      if (length <= most) yield* [...kept, rest];
      else tell(length);
      kept = [];
      length = 0;
      from = end + 1;
    }
    const rest = piece.subarray(from);
    length += rest.length;
    kept = length <= most ? [...kept, rest] : [];
  }
}
