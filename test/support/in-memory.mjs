import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

/** Where Linux keeps files in memory, for everybody. */
const MEMORY = "/dev/shm";
const ROOM_BYTES = 2_000_000_000;

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return existsSync(MEMORY) && bavail * bsize >= ROOM_BYTES;
  } catch {
    return false;
  }
}

/**
 * The files of tests lie in memory where there is room: the program waits for the disk at each file that it writes, which is half
 * of the time of a plan here. `CYCLING_PLAN_TEST_ON_DISK=1` leaves them on the disk.
 */
export function setup() {
  if (process.env.CYCLING_PLAN_TEST_ON_DISK === "1" || !hasRoom()) return undefined;
  const folder = mkdtempSync(join(MEMORY, "plan-tests-"));
  // As open as every folder for such files: some tests run the program as another user.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
