/** Every way the tool may stop on purpose. Codes are public: never rename, only add. */
export const ERROR_KINDS = {
  USAGE_INVALID: { exitCode: 2 },
  INPUT_INVALID: { exitCode: 2 },
  NOT_FOUND: { exitCode: 2 },
  FILE_EXISTS: { exitCode: 2 },
  FILE_UNWRITABLE: { exitCode: 2 },
  PLAN_INVALID: { exitCode: 1 },
  PROVIDER_FAILED: { exitCode: 3 },
  NOT_FEASIBLE: { exitCode: 4 },
  CANCELLED: { exitCode: 130 },
} as const;
export type ErrorCode = keyof typeof ERROR_KINDS;

/** "Cannot continue": what happened, and in `hint` what the person can do next. Anything else thrown is our bug. */
export class PlanError extends Error {
  override readonly name = "PlanError";
  readonly code: ErrorCode;
  /** One imperative sentence. */
  readonly hint: string;
  /** Data for `--json`, such as findings or the alternatives that were tried. */
  readonly details: unknown;

  constructor(what: { code: ErrorCode; message: string; hint: string; details?: unknown; cause?: unknown }) {
    super(what.message, what.cause === undefined ? undefined : { cause: what.cause });
    this.code = what.code;
    this.hint = what.hint;
    this.details = what.details;
  }

  get exitCode(): number {
    return ERROR_KINDS[this.code].exitCode;
  }
}
