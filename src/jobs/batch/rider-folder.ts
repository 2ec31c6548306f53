import { join } from "node:path";
import { slug } from "../../base/text.ts";
import { digestOf } from "../../storage/digest.ts";

/** Where the files of one rider lie, and what they are called. */
export interface RiderPlace {
  /** Below the folder of the batch, with forward slashes. */
  readonly below: string;
  readonly directory: string;
  /** Name of the folder, and of the plan in it. */
  readonly name: string;
}

const MOST_PLAIN = 60;
/** Small letters, digits and single marks between them: the same name on every file system, and no path. */
const PLAIN = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
/** Windows opens a device instead of a file of these names. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/;

/** Folders with so many letters of the digest in front: 256 of them, so that none holds more than a part of the riders. */
const SPREAD = 2;
const DIGEST = 24;

/** The name that an id has on disk: itself where it is safe everywhere, else what is safe of it and its digest behind two hyphens, which no safe id holds. */
function nameOf(id: string, digest: string): string {
  if (id.length <= MOST_PLAIN && PLAIN.test(id) && !DEVICES.test(id)) return id;
  const words = slug(id);
  return `${words || "rider"}--${digest.slice(0, DIGEST)}`;
}

/** The folder of a rider: the same for an id wherever it stands, and never that of another, also where capitals do not count. */
export function placeOfRider(root: string, id: string): RiderPlace {
  const digest = digestOf(id);
  const name = nameOf(id, digest);
  const below = ["riders", digest.slice(0, SPREAD), name];
  return { below: below.join("/"), directory: join(root, ...below), name };
}

/** The part of a batch that works on a rider, from 0 on: it hangs on the id alone, so that an id that stands twice is seen. */
export const shardOfRider = (id: string, shards: number): number =>
  Number(BigInt(`0x${digestOf(id).slice(-12)}`) % BigInt(shards));
