import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { digestOf } from "./digest.ts";
import { remember, remembered } from "./state-file.ts";

const heldSchema = z.object({
  /** What was sent of an entry, and what the calendar showed of it afterwards, each as a digest. */
  sent: z.string().optional(),
  seen: z.string().optional(),
  /** Their numbers of entries that bear its name and are not ours: copies that the rider made. */
  copies: z.array(z.number()).optional(),
});

const pushedSchema = z.object({
  plan_id: z.string(),
  athlete: z.string(),
  /** When sessions begin, as it was typed last. */
  at: z.string().optional(),
  /** What we put into the calendar, by the name that we gave it. */
  entries: z.record(z.string(), heldSchema),
});
export type Pushed = z.infer<typeof pushedSchema>;

/** Which plan in whose calendar; the address tells a calendar for tests from the real one. */
export interface PushedPlace {
  readonly planId: string;
  readonly athlete: string;
  readonly baseUrl: string;
}

const folderIn = (stateDirectory: string, planId: string): string =>
  join(stateDirectory, "pushed", digestOf(planId).slice(0, 24));
const pathOf = (stateDirectory: string, { planId, athlete, baseUrl }: PushedPlace): string =>
  join(folderIn(stateDirectory, planId), `${digestOf(`${baseUrl}\n${athlete}`).slice(0, 24)}.json`);

/** What was pushed of a plan to a calendar; undefined where nothing was, or where that cannot be read. */
export const readPushed = (stateDirectory: string, place: PushedPlace): Promise<Pushed | undefined> =>
  remembered(pathOf(stateDirectory, place), (value) => pushedSchema.safeParse(value).data).catch(() => undefined);

/** Keeps it. Throws FILE_UNWRITABLE. */
export const keepPushed = (stateDirectory: string, place: PushedPlace, pushed: Pushed): Promise<void> =>
  remember(pathOf(stateDirectory, place), pushed);

/** True where a plan was pushed to any calendar before. */
export const wasPushed = async (stateDirectory: string, planId: string): Promise<boolean> =>
  (await readdir(folderIn(stateDirectory, planId)).catch(() => [])).some((name) => name.endsWith(".json"));
