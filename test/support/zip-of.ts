import { crc32, deflateRawSync } from "node:zlib";

const DEFLATED = 8;
const UTF8_NAMES = 0x0800;

/** Little-endian numbers of 2 or 4 bytes. */
function numbers(...parts: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    parts.map(([value, bytes]) => {
      const part = Buffer.alloc(bytes);
      part.writeUIntLE(value, 0, bytes);
      return part;
    }),
  );
}

/** A zip file as other programs write it: packed entries and the list of them at the end. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const common = numbers([20, 2], [UTF8_NAMES, 2], [DEFLATED, 2], [0, 4], [crc32(bytes), 4], [packed.length, 4], [bytes.length, 4], [title.length, 2], [0, 2]); // prettier-ignore
    const body = Buffer.concat([numbers([0x04034b50, 4]), common, title, packed]);
    list.push(Buffer.concat([numbers([0x02014b50, 4], [20, 2]), common, numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), title])); // prettier-ignore
    bodies.push(body);
    at += body.length;
  }
  const index = Buffer.concat(list);
  const count = list.length;
  const end = numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [index.length, 4], [at, 4], [0, 2]);
  return Buffer.concat([...bodies, index, end]);
}
