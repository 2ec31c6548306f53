import type { CommandSpec } from "../../command-spec.ts";

const GOAL = "What for:";
const RIDER = "The rider:";
const TIME = "The time:";
const NOW = "What you ride now:";
const WISHES = "Wishes:";
const RUN = "The run:";
const MODEL = "A language model (none unless you ask for one):";

/** `generate`: from a profile to a plan. */
export const generateSpec = {
  name: "generate",
  summary: "write a training plan from your answers",
  options: [
    {
      flags: "--profile <file>",
      about: "answers from a request file; - reads standard input. Flags override it",
      group: GOAL,
    },
    { flags: "--goal <text>", about: 'in your words, such as "Improve FTP"', group: GOAL },
    { flags: "--weeks <n>", about: "4 to 24 weeks", group: GOAL },
    { flags: "--event-date <date>", about: "day of your event, YYYY-MM-DD", group: GOAL },
    {
      flags: "--event-type <type>",
      about:
        "century, gran_fondo, criterium, road_race, time_trial, mtb, gravel, multi_day, ultra, hill_climb, cyclocross, other",
      group: GOAL,
    },
    { flags: "--event-hours <hours>", about: "how long it takes you, such as 6 or 5h30", group: GOAL },
    { flags: "--event-days <n>", about: "days of a stage event", group: GOAL },
    { flags: "--ftp <watts>", about: "power you can hold for about an hour", group: RIDER },
    { flags: "--experience <level>", about: "beginner, intermediate or advanced", group: RIDER },
    { flags: "--weight <kg>", about: "70, 70kg or 154lb", group: RIDER },
    { flags: "--max-hr <bpm>", about: "highest heart rate you have seen", group: RIDER },
    { flags: "--lthr <bpm>", about: "heart rate at threshold", group: RIDER },
    { flags: "--age <years>", about: "18 and over", group: RIDER },
    { flags: "--sex <sex>", about: "female or male", group: RIDER },
    {
      flags: "--health <words>",
      about: "words such as heart, symptoms, pregnant, no-active, no-heart",
      group: RIDER,
    },
    {
      flags: "--comeback <weeks:why>",
      about: "back after weeks off: 6:injury, 8:surgery:cleared",
      group: RIDER,
    },
    {
      flags: "--max-power <percent>",
      about: "most power of any step in % of FTP, and its last day: 80:2027-03-01",
      group: RIDER,
    },
    { flags: "--hours <hours>", about: "hours a week: 8, 5-7 or 12+", group: TIME },
    { flags: "--days <days...>", about: "days you can ride: tue,thu,sat", group: TIME },
    { flags: "--minutes <day=min...>", about: "most minutes of a day: tue=75,sat=180", group: TIME },
    { flags: "--off <from..to...>", about: "days off; may be given again", group: TIME },
    { flags: "--start <date>", about: "start on the first Monday from here on", group: TIME },
    { flags: "--recent-hours <hours>", about: "hours a week, mean of the last six weeks", group: NOW },
    { flags: "--longest-ride <minutes>", about: "longest recent ride: 150 or 2h30", group: NOW },
    { flags: "--ctl <load>", about: "fitness (42-day load), if you track it", group: NOW },
    {
      flags: "--activities <path...>",
      about: "start from your recorded rides: an export, zip or folder; flags win",
      group: NOW,
    },
    { flags: "--timezone <zone>", about: "where you rode (default: this computer's)", group: NOW },
    { flags: "--last-test <date>", about: "day of your last FTP test", group: NOW },
    { flags: "--strength <n>", about: "strength sessions a week: 0, 1 or 2", group: WISHES },
    { flags: "--target-ftp <watts>", about: "FTP you hope for", group: WISHES },
    { flags: "--no-tests", about: "leave FTP tests out", group: WISHES },
    { flags: "--accept-ramp", about: "accept more than twice your recent hours", group: WISHES },
    {
      flags: "--provider <name>",
      about: "plan the weeks by anthropic, openai, gemini or ollama; none for none",
      group: MODEL,
    },
    { flags: "--model <name>", about: "which of its models", group: MODEL },
    { flags: "--workout-source <name>", about: "who writes the rides: library (default) or llm", group: MODEL },
    { flags: "--max-tokens <n>", about: "longest answer (default: 16384)", group: MODEL },
    { flags: "--temperature <n>", about: "0 to 2, where the model takes one (default: 0.7)", group: MODEL },
    { flags: "--repairs <n>", about: "how often faults go back to the model (default: 2)", group: MODEL },
    { flags: "--concurrency <n>", about: "with llm: weeks asked for at once, 1 to 16 (default: 6)", group: MODEL },
    { flags: "--strict", about: "fail rather than let the built-in planner step in", group: MODEL },
    { flags: "--model-timeout <s>", about: "longest silence (default: 60; ollama 300)", group: MODEL },
    {
      flags: "--record <dir>",
      about: "keep what the model is asked and answers, without keys",
      group: MODEL,
      conflicts: ["replay", "dryRun", "estimate", "showPrompt"],
    },
    { flags: "--replay <dir>", about: "take the answers from such a directory, offline", group: MODEL },
    { flags: "--estimate", about: "print the expected tokens and price, and send nothing", group: MODEL },
    { flags: "--show-prompt", about: "print what would be sent, and send nothing", group: MODEL },
    { flags: "--overview <file>", about: "fill the weeks of an overview made elsewhere", group: RUN },
    { flags: "--library <dir>", about: "also plan with workouts of your own, from library import", group: RUN },
    { flags: "--out <dir>", about: "where the files go (default: ./plans)", group: RUN },
    {
      flags: "--export [list]",
      about: "also write the workouts: zwo,erg,mrc,fit,ics,intervals,csv,md or all (alone: zwo,ics)",
      group: RUN,
    },
    { flags: "--plan-id <id>", about: "name of the plan's files", group: RUN },
    { flags: "--force", about: "replace a plan of that id", group: RUN },
    { flags: "--resume <plan>", about: "go on with a run that was interrupted", group: RUN },
    { flags: "--dry-run", about: "plan, print, write nothing", group: RUN },
    { flags: "--seed <text>", about: "same seed, same answers, same day: same plan", group: RUN },
    { flags: "--today <date>", about: "plan as if it were this day", group: RUN },
    { flags: "--no-input", about: "never ask; missing answers are an error", group: RUN },
    { flags: "--plain", about: "ask line by line, for screen readers", group: RUN },
    {
      flags: "--save-request <file>",
      about: "save the answers as a request file for --profile",
      group: RUN,
      conflicts: ["profile", "overview"],
    },
    { flags: "--quiet", about: "print errors only", group: RUN },
    { flags: "--verbose", about: "with an error, also print where it came from", group: RUN },
  ],
  examples: [
    "cycling-plan generate --ftp 265 --hours 8 --days tue,thu,sat,sun \\\n      --experience intermediate --weeks 12",
    "cycling-plan generate --profile rider.json --event-date 2027-03-14",
    "cycling-plan generate --profile rider.json --weeks 12 --export zwo,ics",
    "cycling-plan generate --profile - --json < rider.json",
  ],
} as const satisfies CommandSpec;
