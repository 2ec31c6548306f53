import { defineConfig } from "eslint/config";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

const banned = (selector, message) => ({ selector, message });

/** Clock and dice: a plan that reads them cannot be written twice. */
const clockAndDice = [
  banned("NewExpression[callee.name='Date'][arguments.length=0]", "Take `today` as an argument."),
  banned("CallExpression[callee.name='Date']", "Take `today` as an argument."),
  banned("MemberExpression[object.name='Date'][property.name='now']", "Take `today` as an argument."),
  banned("MemberExpression[object.name='performance'][property.name='now']", "Take the time as an argument."),
  banned("MemberExpression[object.name='Math'][property.name='random']", "Take a `Chance` as an argument."),
  banned("Identifier[name=/^random(UUID|Bytes|Int|FillSync)$/]", "Take a `Chance` as an argument."),
];

/** Says of a value that it is something else, whatever it is: no type is left to trust. */
const twiceAsserted = banned(
  "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']",
  "Give the value its type where it is made, or read it with a schema.",
);

const shape = [
  twiceAsserted,
  banned("Program > ExpressionStatement", "Nothing may run on import; export a function."),
  banned("ExportDefaultDeclaration", "Export by name."),
  banned("ExportAllDeclaration", "Import from the file that declares it: no barrels."),
  banned("TSEnumDeclaration", "A union of literals says the same and runs without a compiler."),
];

const onlySystem = "Only src/cli/system.ts, the processes of a batch and bin/ know the process.";

export default defineConfig(
  { ignores: ["dist/", "node_modules/", "fixtures/", "plans/", "library/"] },
  {
    files: ["src/**/*.ts", "test/**/*.ts", "scripts/**/*.ts", "*.config.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-control-regex": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "no-restricted-syntax": ["error", twiceAsserted],
    },
  },
  {
    files: ["src/**/*.ts"],
    plugins: { regexp },
    rules: {
      // An expression may take no more than linear time on text from outside; a piece of a thousand signs is not text enough.
      "regexp/no-super-linear-backtracking": "error",
      "regexp/no-super-linear-move": "error",
      "max-lines": ["error", { max: 300, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipComments: true }],
      "max-params": ["error", 3],
      "no-console": "error",
      "no-restricted-syntax": ["error", ...clockAndDice, ...shape],
      "no-restricted-globals": ["error", { name: "process", message: onlySystem }],
      "no-restricted-imports": ["error", { paths: [{ name: "node:process", message: onlySystem }] }],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
    },
  },
  {
    // The only files that read the clock, chance, the environment and the streams: of the program, and of the processes of a batch.
    files: ["src/cli/system.ts", "src/cli/commands/batch/processes.ts"],
    rules: {
      "no-restricted-globals": "off",
      "no-restricted-imports": "off",
      "no-restricted-syntax": ["error", ...shape],
    },
  },
  {
    // What comes from a disk, and the branded day, are typed here and nowhere else.
    files: ["src/storage/**/*.ts", "src/base/calendar.ts"],
    rules: { "@typescript-eslint/consistent-type-assertions": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    // Build scripts and the launcher are plain JavaScript for people who run them, so they may print and read the process.
    files: ["bin/*.js", "scripts/*.mjs", "test/**/*.mjs", "*.js", "*.mjs"],
    extends: [tseslint.configs.recommended],
    rules: { eqeqeq: "error", "max-params": ["error", 3], "max-lines": ["error", { max: 300, skipComments: true }] },
  },
);
