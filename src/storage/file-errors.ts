import { PlanError } from "../base/errors.ts";

/** The system's code of a failed file operation (`ENOSPC`), or undefined for any other error: ours have codes of their own. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof PlanError || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** File systems without hard links (FAT, some network disks) answer with one of these. */
export const NO_LINKS: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"]);

/** Why a file could not be written, and what helps. */
const WRITE_TROUBLE: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  EACCES: ["you may not write there", "Choose another directory, or change its permissions."],
  EPERM: ["you may not write there", "Choose another directory, or change its permissions."],
  EROFS: ["that disk is read-only", "Choose a directory on another disk."],
  ENOSPC: ["the disk is full", "Free some space, or choose another disk."],
  EDQUOT: ["your disk quota is used up", "Free some space, or choose another disk."],
  EFBIG: ["the system allows no file of that size", "Raise the limit, or choose another directory."],
  ENOENT: ["the directory does not exist or has just vanished", "Check the path, then run the command again."],
  ENOTDIR: ["part of the path is a file, not a directory", "Choose another directory."],
  EEXIST: ["something else already has that name", "Choose another directory."],
  EISDIR: ["a directory has that name", "Rename that directory, or choose another place."],
  ELOOP: ["its links lead round in a circle", "Choose another directory."],
  ENAMETOOLONG: ["the path is too long", "Choose a shorter path or plan id."],
  EINVAL: ["the system does not accept that name", "Choose a plan id of letters, digits and hyphens."],
  EBUSY: ["another program holds the file", "Close the program that has it open, then run the command again."],
  EMFILE: ["too many files are open", "Close other programs, then run the command again."],
};

/** A failed write as an error a rider can act on; errors that are not the system's come back unchanged. */
export function writeTrouble(path: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const [why, hint] = WRITE_TROUBLE[code] ?? [`the system says ${code}`, "Check the path, then run the command again."];
  return new PlanError({
    code: "FILE_UNWRITABLE",
    message: `${path} cannot be written: ${why}.`,
    hint,
    details: { path, system: code },
    cause: error,
  });
}

/** What a disk answers that fails, or that keeps something from us: the program can do nothing about it, and neither is it wrong. */
const DISK_TROUBLE: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  ...Object.fromEntries(
    ["EROFS", "ENOSPC", "EDQUOT", "ELOOP", "EBUSY", "EMFILE"].flatMap((code) => {
      const known = WRITE_TROUBLE[code];
      return known === undefined ? [] : [[code, known]];
    }),
  ),
  EACCES: ["the system does not let you", "Change the permissions of that file and of the folders above it."],
  EPERM: ["the system does not let you", "Change the permissions of that file and of the folders above it."],
  EIO: ["the disk does not answer as it should", "Run the command again; where it stays so, look after that disk."],
  ENFILE: ["too many files are open", "Close other programs, then run the command again."],
  ESTALE: ["the network disk is gone", "Connect it again, then run the command again."],
  ETIMEDOUT: ["the network disk does not answer", "Connect it again, then run the command again."],
};

/** A failure of the disk that nobody expected where it came, as an error a rider can act on; undefined for every other error. */
export function diskTrouble(error: unknown): PlanError | undefined {
  const [why, hint] = DISK_TROUBLE[systemCode(error) ?? ""] ?? [];
  if (why === undefined || hint === undefined || !(error instanceof Error) || !("path" in error)) return undefined;
  return new PlanError({
    code: "FILE_UNWRITABLE",
    message: `${String(error.path)} cannot be read or written: ${why}.`,
    hint,
    details: { path: error.path, system: systemCode(error) },
    cause: error,
  });
}
