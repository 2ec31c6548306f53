import { stat } from "node:fs/promises";

/** Who can read what lies at a path, as its permissions say. */
export type Readers = "nothing" | "owner" | "group" | "everyone";

const GROUP_READS = 0o040;
const OTHERS_READ = 0o004;

/** Who on this computer can read a file or folder; `nothing` where there is none, or none that can be looked at. */
export async function readersOf(path: string): Promise<Readers> {
  try {
    const { mode } = await stat(path);
    if ((mode & OTHERS_READ) !== 0) return "everyone";
    return (mode & GROUP_READS) === 0 ? "owner" : "group";
  } catch {
    return "nothing";
  }
}
