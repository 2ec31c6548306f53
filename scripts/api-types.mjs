/**
 * Writes types/cycling-plan.d.ts, the types of `import "cycling-plan"` in one file: what zod infers is written out, so that a reader
 * sees fields and needs no package. `--check` writes nothing and fails where the file says something else.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import ts from "typescript";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const TYPES = join(ROOT, "types", "cycling-plan.d.ts");
/** Lies where packages are found, and nowhere but in memory. */
const IN_MEMORY = join(ROOT, "types-in-memory.d.ts");

/** All declarations that the door leads to, in one text. */
async function flattened() {
  const bundle = await rollup({
    input: join(ROOT, "src", "api", "cycling-plan.ts"),
    plugins: [dts({ tsconfig: join(ROOT, "tsconfig.json"), compilerOptions: { noEmit: false } })],
    external: ["zod"],
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  const { output } = await bundle.generate({ format: "es" });
  return output[0].code;
}

function programOf(text) {
  const options = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    types: [],
    noEmit: true,
  };
  const host = ts.createCompilerHost({ ...options, exactOptionalPropertyTypes: true });
  const { getSourceFile, fileExists, readFile } = host;
  const isOurs = (path) => resolve(path) === IN_MEMORY;
  host.getSourceFile = (path, ...rest) =>
    isOurs(path) ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) : getSourceFile(path, ...rest);
  host.fileExists = (path) => isOurs(path) || fileExists(path);
  host.readFile = (path) => (isOurs(path) ? text : readFile(path));
  const program = ts.createProgram([IN_MEMORY], { ...options, exactOptionalPropertyTypes: true }, host);
  return { checker: program.getTypeChecker(), file: program.getSourceFile(IN_MEMORY) };
}

const { NoTruncation, InTypeAlias, MultilineObjectLiterals } = ts.TypeFormatFlags;
const WHOLE = NoTruncation | InTypeAlias | MultilineObjectLiterals;

const isZod = (node) => ts.isImportDeclaration(node) && node.moduleSpecifier.text === "zod";
/** What follows from values is written out: a reader has no use for the values. */
const isInferred = (node) => ts.isTypeAliasDeclaration(node) && /\bz\.|\btypeof\b/.test(node.type.getText());

/** The name that a statement gives, where it is one that others may need. */
function nameOf(node) {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0].name.getText();
  return ts.isExportDeclaration(node) ? undefined : node.name?.getText();
}

/** Statements that the exports lead to. */
function needed(parts) {
  const wanted = new Set();
  const visit = (text) => {
    const code = text.replaceAll(/\/\*[^]*?\*\//g, "");
    for (const part of parts)
      if (!wanted.has(part) && part.name !== undefined && new RegExp(`\\b${part.name}\\b`).test(code)) {
        wanted.add(part);
        visit(part.code);
      }
  };
  const exported = parts.filter(({ name }) => name === undefined);
  for (const { code } of exported) visit(code);
  return parts.filter((part) => wanted.has(part) || exported.includes(part));
}

/** What orders a statement: its name, and for those without one the whole. */
const orderOf = (node) => `${isZod(node) ? 0 : 1} ${nameOf(node) ?? "~"} ${node.getText()}`;

/** Modules come in another order in each run, and the compiler lists members in the order in which it met them. */
const inOneOrder = (text) =>
  ts
    .createSourceFile("flattened.d.ts", text, ts.ScriptTarget.ES2023, true)
    .statements.map((node) => [orderOf(node), node.getFullText()])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, code]) => code)
    .join("\n");

/** The text with every type that follows from a value written out, and no value left. */
function writtenOut(flat) {
  const text = inOneOrder(flat);
  const { checker, file } = programOf(text);
  const parts = file.statements.flatMap((node) => {
    if (isZod(node)) return [];
    const name = nameOf(node);
    if (!isInferred(node)) return [{ name, code: node.getFullText() }];
    const doc = text.slice(node.getFullStart(), node.getStart());
    const type = checker.typeToString(checker.getTypeAtLocation(node.name), node, WHOLE);
    return [{ name, code: `${doc}type ${name} = ${type};` }];
  });
  return needed(parts)
    .map(({ code }) => code)
    .join("\n");
}

/** Names of a union in the order of their letters: the compiler lists them in the order in which it met them, which is another in each run. */
const inOrderOfLetters = (text) =>
  text.replaceAll(/"[^"\n]*"(?: \| "[^"\n]*")+/g, (names) => [...new Set(names.split(" | "))].sort().join(" | "));

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const code = inOrderOfLetters(writtenOut(await flattened()));
const wanted = await format(code, { ...(await resolveConfig(TYPES)), parser: "typescript" });
if (!values.check) writeFileSync(TYPES, wanted);
else if (readFileSync(TYPES, "utf8") !== wanted) {
  console.error(
    "types/cycling-plan.d.ts is not what src/api says. A change of it is one for those who import the package:",
  );
  console.error("say it in CHANGELOG.md, and write it with: npm run api");
  process.exitCode = 1;
}
console.log(`types/cycling-plan.d.ts: ${wanted.split("\n").length} lines`);
