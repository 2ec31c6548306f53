import { PlanError } from "../../base/errors.ts";
import type { BatchTask } from "./batch-task.ts";
import { changeRider } from "./change-rider.ts";
import type { RiderOutcome } from "./outcome.ts";
import { planRider, type RiderPorts } from "./plan-rider.ts";
import { placeOfRider } from "./rider-folder.ts";
import { readRiderLine } from "./rider-line.ts";
import type { LineOfWork } from "./run-batch.ts";

/** What came of a line, as it travels from who plans. */
export interface Worked {
  readonly outcome: RiderOutcome;
  readonly isCrash: boolean;
  readonly isDiskFault: boolean;
}

/** What no rider is spared from. */
const OF_THE_DISK = ["ENOSPC", "EDQUOT", "EROFS", "EIO", "EMFILE", "ENFILE"];

const isDiskFault = ({ details }: PlanError): boolean =>
  details !== null &&
  typeof details === "object" &&
  "system" in details &&
  OF_THE_DISK.includes(String(details.system));

const MOST_TRACE = 2000;

/** Works on a line; nothing that goes wrong with it is thrown. */
export async function workLine({ line, id, text }: LineOfWork, task: BatchTask, ports: RiderPorts): Promise<Worked> {
  const { below: folder } = placeOfRider(task.directory, id);
  const failed = { status: "failed", planHash: null, folder } as const;
  try {
    const read = await readRiderLine(text, task.kind, `line ${line}`);
    const outcome = await (read.kind === "request" ? planRider(read, task, ports) : changeRider(read, task, ports));
    return { outcome, isCrash: false, isDiskFault: false };
  } catch (error) {
    if (!(error instanceof PlanError)) {
      const message = (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, MOST_TRACE);
      const outcome = { ...failed, code: "INTERNAL", message, hint: "Please report it." } as const;
      return { outcome, isCrash: true, isDiskFault: false };
    }
    const { code, message, hint } = error;
    const status = code === "FILE_UNWRITABLE" ? "failed" : "refused";
    return { outcome: { ...failed, status, code, message, hint }, isCrash: false, isDiskFault: isDiskFault(error) };
  }
}
