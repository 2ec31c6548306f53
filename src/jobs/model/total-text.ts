import type { Effort } from "../../coach/converse.ts";
import { costText } from "../../providers/models.ts";
import type { Connection } from "../../providers/port.ts";
import { counted, withThousands } from "../../report/units.ts";

/** What a run with a model took, in one line, or nothing where no answer came; `seconds` is undefined where a recording was played and no service waited for. */
export function totalText(connection: Connection, effort: Effort, seconds: number | undefined): string | undefined {
  const { requests, retries, repairs, usage } = effort;
  if (requests === 0) return undefined;
  const cached = usage.cached > 0 ? ` (${withThousands(usage.cached)} cached)` : "";
  const reasoning = usage.reasoning > 0 ? ` (${withThousands(usage.reasoning)} of reasoning)` : "";
  return [
    `${connection.model}${seconds === undefined ? ", as recorded" : ""}: ${counted(requests, "request")}`,
    `${withThousands(usage.input)} tokens in${cached}`,
    `${withThousands(usage.output)} out${reasoning}`,
    ...(repairs > 0 ? [`${counted(repairs, "answer")} sent back`] : []),
    `${retries} ${retries === 1 ? "retry" : "retries"}`,
    ...(seconds === undefined ? [] : [`${seconds.toFixed(1)} s`]),
    costText(connection, usage),
  ].join(", ");
}
