import fc from "fast-check";

/*
 * Draws of fast-check are the same in each run, so that a run says something of the change that it is about and of nothing
 * else. `npm run sweep -- --tests` draws anew each time and prints its seed; CYCLING_PLAN_TEST_SEED makes any run draw so.
 */
fc.configureGlobal({ seed: Number(process.env.CYCLING_PLAN_TEST_SEED ?? "20261201") });
