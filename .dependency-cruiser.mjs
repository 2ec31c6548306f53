/**
 * The floors of CONTRIBUTING, top to bottom. Folders on one line are neighbours: they do not know each other.
 * `plan` stands on the other two nouns: a plan holds an athlete and workouts.
 */
const FLOORS = [
  ["cli", "api"],
  ["jobs", "wizard"],
  ["coach"],
  ["providers", "storage", "history"],
  ["page"],
  ["export", "report"],
  ["tools"],
  ["periodization", "library"],
  ["rules"],
  ["load"],
  ["plan"],
  ["athlete", "workout"],
  ["base"],
];

const folders = (names) => `^src/(${names.join("|")})/`;

/** An import points down, or stays in its own folder ($1). */
const onlyDown = FLOORS.map((floor, index) => ({
  name: `${floor.join("-and-")}-only-looks-down`,
  comment: `${floor.join(" and ")} may only import from the floors below. Move what is needed down, or pass it in as an argument.`,
  severity: "error",
  from: { path: folders(floor) },
  to: {
    path: "^src/",
    pathNot: [
      "^src/$1/",
      ...FLOORS.slice(index + 1)
        .flat()
        .map((name) => `^src/${name}/`),
    ],
  },
}));

const FILE_SYSTEM = "^(node:)?(fs|fs/promises|readline|readline/promises)$";
const PROCESS = "^(node:)?(process|child_process|os|tty|worker_threads|cluster)$";
const NETWORK = "^(node:)?(net|http|https|http2|tls|dgram|dns|dns/promises)$";
const TERMINAL = "^node_modules/(commander|chalk|ora|inquirer|@inquirer/[^/]+)/";

export default {
  forbidden: [
    ...onlyDown,
    {
      name: "every-file-has-a-floor",
      comment:
        "A new folder in src/ is a decision about the house: give it a line in FLOORS and in the picture of CONTRIBUTING.",
      severity: "error",
      from: { path: "^src/", pathNot: folders(FLOORS.flat()) },
      to: {},
    },
    {
      name: "no-circles",
      comment:
        "Two files that need each other, if only for a type, are one file, or hide a third that both should import.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "files-only-in-storage-and-cli",
      comment: "Below cli only storage touches files; give this code the text or the value instead.",
      severity: "error",
      from: { path: "^src/", pathNot: folders(["storage", "cli"]) },
      to: { path: FILE_SYSTEM, dependencyTypes: ["core"] },
    },
    {
      name: "process-only-in-system",
      comment:
        "src/cli/system.ts is the one door to the process and the machine; take what you need as an argument. The thread that plans beside the wizard and the processes of a batch have two ends of their own.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: [
          "^src/cli/system\\.ts$",
          "^src/cli/wizard/foresee(-worker)?\\.ts$",
          "^src/cli/commands/batch/(crew|processes)\\.ts$",
        ],
      },
      to: { path: PROCESS, dependencyTypes: ["core"] },
    },
    {
      name: "network-only-in-providers",
      comment: "A plan needs no network. Only a provider talks to one.",
      severity: "error",
      from: { path: "^src/", pathNot: folders(["providers"]) },
      to: { path: NETWORK, dependencyTypes: ["core"] },
    },
    {
      name: "terminal-only-in-cli",
      comment: "Colours, prompts and flags belong to cli/. Below it a Paint, a Prompter or a value is passed in.",
      severity: "error",
      from: { path: "^src/", pathNot: folders(["cli"]) },
      to: { path: TERMINAL },
    },
    {
      name: "sdks-only-in-providers",
      comment: "Every model SDK stands behind the one port of providers/.",
      severity: "error",
      from: { path: "^src/", pathNot: folders(["providers"]) },
      to: { path: "^node_modules/(@anthropic-ai/|openai/|ollama/)" },
    },
    {
      name: "bin-only-starts-the-bundle",
      comment: "bin/ is a launcher: what it needs is in dist/.",
      severity: "error",
      from: { path: "^bin/" },
      to: { path: "^(src|test|scripts|node_modules)/" },
    },
    {
      name: "src-knows-no-test-and-no-script",
      comment: "What the program needs lives in src/.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts|fixtures|bin|dist)/" },
    },
    {
      name: "src-needs-no-dev-dependency",
      comment:
        "What ships may only use `dependencies`. The SDK of `mcp` is bundled whole: as a dependency it would bring every rider a web server of a hundred packages.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        pathNot: "^node_modules/@modelcontextprotocol/sdk/",
      },
    },
    {
      name: "imports-that-resolve",
      comment: "This import points at nothing.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^#workouts$" },
    },
  ],
  options: {
    doNotFollow: { path: "^(node_modules|dist)/" },
    exclude: { path: "^(dist|fixtures|plans)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { conditionNames: ["import", "node", "default", "types"], exportsFields: ["exports"] },
  },
};
