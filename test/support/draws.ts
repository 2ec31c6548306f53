/** True in `npm run sweep -- --tests`, which makes every draw; `npm test` makes the few that everybody can wait for. */
export const IS_LONG = process.env.CYCLING_PLAN_TEST_LONG === "1";

/** How many draws, files or riders a test takes. The few are the first of the many. */
export const draws = ({ few, many }: { readonly few: number; readonly many: number }): number => (IS_LONG ? many : few);
