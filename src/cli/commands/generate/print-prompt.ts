import { riderOf } from "../../../athlete/rider.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import { jsonText } from "../../../base/json.ts";
import type { AskedOf } from "../../../coach/interpret-wishes.ts";
import type { RequestWords } from "../../../jobs/model/model-run.ts";
import type { outlineOf } from "../../../jobs/model/outline.ts";
import type { Library } from "../../../library/library.ts";
import { eventsIn, longestAim } from "../../../plan/event-days.ts";
import type { PlanTask } from "../../../plan/task.ts";
import type { Surroundings } from "../../model/choice.ts";
import type { ModelWish } from "../../model/wish.ts";
import { estimateOf, modelToEstimate } from "./generator.ts";

/** A text that a model would read first, and the day it is seen from. */
interface WishesToRead {
  readonly text: string;
  readonly today: CalendarDate;
}

/** How what would be sent is wanted. */
interface PromptView extends Surroundings {
  readonly isJson: boolean;
  /** Its tokens and price, not its text. */
  readonly isEstimate: boolean;
  /** The rider's wishes in words, which a model would read first. */
  readonly wishes: WishesToRead | undefined;
  readonly library: () => Promise<Library>;
}

type Outline = ReturnType<typeof outlineOf>;

async function wishesEstimateOf({ text, today }: WishesToRead, asked: AskedOf): Promise<string> {
  const { wishesEstimate, wishRequest } = await import("../../../coach/interpret-wishes.ts");
  return wishesEstimate(wishRequest(text, today, asked), asked);
}

/** What the requests take, in words: the wishes first, then the plan. */
async function printEstimate(outline: Outline, wish: ModelWish, view: PromptView): Promise<void> {
  const { system, isJson, wishes } = view;
  const { overviewByOf } = await import("../../model/choice.ts");
  const sentOf = (request: RequestWords): string => `${request.system}${request.brief}`;
  const { plan_metadata: meta, athlete_profile: profile } = outline.own.overview;
  const weekdays = riderOf(profile, longestAim(eventsIn(meta))).days.flatMap(({ available }, day) =>
    available ? [day] : [],
  );
  const first = {
    text: sentOf(outline.overview),
    weeks: meta.total_weeks,
    overviewBy: overviewByOf(wish) ?? "planner",
    weekdays,
    rides: outline.rides && { ...outline.rides, text: sentOf(outline.rides) },
  };
  const asked = await modelToEstimate(wish, view);
  const estimate = await estimateOf(asked, first);
  const reading = wishes && (await wishesEstimateOf(wishes, asked));
  if (isJson) system.out(jsonText({ estimate, wishes: reading }));
  else system.out(`${reading === undefined ? "" : `${reading}\n`}${estimate}\n`);
}

async function wishesWords(wishes: WishesToRead | undefined): Promise<RequestWords | undefined> {
  if (wishes === undefined) return undefined;
  const { wishWords } = await import("../../../coach/interpret-wishes.ts");
  return wishWords(wishes.text, wishes.today);
}

async function printWords({ overview, rides }: Outline, wish: ModelWish, view: PromptView): Promise<void> {
  const { system, isJson, wishes } = view;
  const { providerNamed } = await import("../../model/choice.ts");
  const { wireSchema } = await import("../../../providers/wire-schema.ts");
  const formOf = ({ form }: RequestWords): unknown => wireSchema(form.schema, providerNamed(wish) ?? "openai");
  const words = await wishesWords(wishes);
  if (isJson) {
    const asJson = (request: RequestWords) => ({
      system: request.system,
      message: request.brief,
      schema: formOf(request),
    });
    system.out(jsonText({ ...asJson(overview), wishes: words && asJson(words), week: rides && asJson(rides) }));
    return;
  }
  const asText = (request: RequestWords): string =>
    `${request.system}\n\n${request.brief}\n\n--- the form of the answer ---\n\n${JSON.stringify(formOf(request))}\n`;
  const first = words === undefined ? "" : `${asText(words)}\n--- then, with what is taken of it ---\n\n`;
  const then = [overview, ...(rides === undefined ? [] : [rides])].map(asText);
  system.out(`${first}${then.join("\n--- then one request for each week, such as this ---\n\n")}`);
}

/** `--show-prompt` and `--estimate`: what a run with a model would send, or what that takes. Nothing is sent or written. */
export async function printPrompt(task: PlanTask, wish: ModelWish, view: PromptView): Promise<number> {
  const { outlineOf } = await import("../../../jobs/model/outline.ts");
  const { overviewByOf, strategyOf } = await import("../../model/choice.ts");
  const all = outlineOf(task, await view.library(), overviewByOf(wish) ?? "planner");
  const outline = { ...all, rides: strategyOf(wish) === "llm" ? all.rides : undefined };
  await (view.isEstimate ? printEstimate(outline, wish, view) : printWords(outline, wish, view));
  return 0;
}
