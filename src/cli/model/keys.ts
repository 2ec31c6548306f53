import { join } from "node:path";
import { PlanError } from "../../base/errors.ts";
import { keepSecret } from "../../base/secrets.ts";
import { PROVIDERS, type ProviderId } from "../../providers/port.ts";
import { ICU_KEY_NAME } from "../../providers/intervals-icu/trouble.ts";
import { KEY_NAMES } from "../../providers/remedies.ts";
import { readKeyFile } from "../../storage/key-file.ts";
import { placesOf } from "../places.ts";
import type { System } from "../system.ts";

/** Where a key comes from; the key itself is said nowhere. */
export interface FoundKey {
  readonly key: string;
  readonly from: "environment" | "key file";
}

/** An environment variable without blanks; an empty one counts as unset. */
export function variable({ env }: Pick<System, "env">, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === "" ? undefined : text;
}

const KEY_FILE = "keys.json";
type Here = Pick<System, "env" | "platform" | "home">;

/** The file that keys may stand in, beside the settings. */
export const keyFileOf = (system: Here): string => join(placesOf(system).settings, KEY_FILE);

const NAMES = [...PROVIDERS.flatMap((provider) => KEY_NAMES[provider] ?? []), ICU_KEY_NAME];

/** The keys that stand in the key file. Throws INPUT_INVALID where it cannot be used. */
export const keysInFile = (system: Here): Promise<ReadonlyMap<string, string>> =>
  readKeyFile(keyFileOf(system), { names: NAMES, hasPermissions: system.platform !== "win32" });

/** The key of a provider. Throws where the file or the key cannot be used. */
export async function findKey(system: Here, provider: ProviderId): Promise<FoundKey | undefined> {
  const name = KEY_NAMES[provider];
  return name === undefined ? undefined : keyNamed(system, name);
}

/** A key by its name: the environment's, then the key file's. Throws where the file or the key cannot be used. */
export async function keyNamed(system: Here, name: string): Promise<FoundKey | undefined> {
  const own = variable(system, name);
  const kept = own === undefined ? (await keysInFile(system)).get(name) : undefined;
  const key = (own ?? kept)?.trim();
  if (key === undefined || key === "") return undefined;
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new PlanError({
      code: "PROVIDER_FAILED",
      message: `${name} holds characters that no key has. Nothing was written.`,
      hint: "Copy the key again, without quotes and blanks.",
    });
  keepSecret(key);
  return { key, from: own === undefined ? "key file" : "environment" };
}
