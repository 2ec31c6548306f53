import { PlanError } from "../../base/errors.ts";
import { PROVIDER_NAMES, PROVIDERS } from "../../providers/port.ts";
import type { ModelOffer } from "../../wizard/state.ts";
import { modelNamed } from "../model/choice.ts";
import { findKey } from "../model/keys.ts";
import { isNamed, type ModelWish } from "../model/wish.ts";
import type { System } from "../system.ts";

/** A model that could be asked, because there is a key for it; undefined where one was asked for, or none was wanted. */
export async function modelOffer(system: System, wish: ModelWish): Promise<ModelOffer | undefined> {
  if (isNamed(wish)) return undefined;
  for (const provider of PROVIDERS) {
    const key = await findKey(system, provider).catch((error: unknown) => {
      // A key that cannot be used is no reason to stop somebody who asked for no model.
      if (error instanceof PlanError) return undefined;
      throw error;
    });
    if (key !== undefined) return { provider, name: `${modelNamed(wish, provider)} of ${PROVIDER_NAMES[provider]}` };
  }
  return undefined;
}
