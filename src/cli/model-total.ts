import type { Effort } from "../coach/converse.ts";
import { MODELS_AS_OF, priceOf } from "../providers/models.ts";
import type { Connection } from "../providers/port.ts";
import { counted, withThousands } from "../report/units.ts";

/** Dollars of a run, in words; cached tokens have a price of their own. */
function costText({ provider, model }: Connection, { usage }: Effort): string {
  const price = priceOf(provider, model);
  if (price === undefined) return "price unknown";
  const dollars =
    ((usage.input - usage.cached) * price.input + usage.cached * price.cached + usage.output * price.output) / 1e6;
  return dollars === 0
    ? "no price: it runs on your machine"
    : `about $${dollars.toFixed(4)} (prices of ${MODELS_AS_OF})`;
}

/** What a run with a model took, in one line; `seconds` is undefined where a recording was played and no service waited for. */
export function totalText(connection: Connection, effort: Effort, seconds: number | undefined): string {
  const { requests, retries, repairs, usage } = effort;
  const cached = usage.cached > 0 ? ` (${withThousands(usage.cached)} cached)` : "";
  const reasoning = usage.reasoning > 0 ? ` (${withThousands(usage.reasoning)} of reasoning)` : "";
  return [
    `${connection.model}${seconds === undefined ? ", as recorded" : ""}: ${counted(requests, "request")}`,
    `${withThousands(usage.input)} tokens in${cached}`,
    `${withThousands(usage.output)} out${reasoning}`,
    ...(repairs > 0 ? [`${counted(repairs, "answer")} sent back`] : []),
    `${String(retries)} ${retries === 1 ? "retry" : "retries"}`,
    ...(seconds === undefined ? [] : [`${seconds.toFixed(1)} s`]),
    costText(connection, effort),
  ].join(", ");
}
