import { PlanError } from "../../base/errors.ts";
import { PROVIDER_NAMES, PROVIDERS } from "../../providers/port.ts";
import type { ModelOffer } from "../../wizard/state.ts";
import type { Call } from "../command-spec.ts";
import { modelNamed } from "../model-choice.ts";
import { findKey } from "../model-keys.ts";
import { isNamed } from "../model-run.ts";
import type { Settings } from "../settings.ts";

/** A model that could be asked, because there is a key for it; undefined where one was asked for, or none was wanted. */
export async function modelOffer(call: Call, settings: Settings): Promise<ModelOffer | undefined> {
  if (isNamed(call, settings)) return undefined;
  for (const provider of PROVIDERS) {
    const key = await findKey(call.system, provider).catch((error: unknown) => {
      // A key that cannot be used is no reason to stop somebody who asked for no model.
      if (error instanceof PlanError) return undefined;
      throw error;
    });
    if (key !== undefined)
      return { provider, name: `${modelNamed(call, settings, provider)} of ${PROVIDER_NAMES[provider]}` };
  }
  return undefined;
}
