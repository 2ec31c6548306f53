/** Writes docs/api/ from types/cycling-plan.d.ts: a page of Markdown for all that `import "cycling-plan"` gives. `npm run api`. */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { Application } from "typedoc";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OUT = join(ROOT, "docs", "api");

const app = await Application.bootstrapWithPlugins({
  plugin: ["typedoc-plugin-markdown"],
  entryPoints: [join(ROOT, "types", "cycling-plan.d.ts")],
  tsconfig: join(ROOT, "types", "tsconfig.json"),
  skipErrorChecking: true,
  name: "cycling-plan",
  readme: "none",
  out: OUT,
  disableSources: true,
  disableGit: true,
  excludeExternals: true,
  hidePageHeader: true,
  hideBreadcrumbs: true,
  router: "module",
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeDeclarationFormat: "list",
  validation: false,
  logLevel: "Warn",
});
const project = await app.convert();
if (project === undefined || app.logger.hasErrors()) process.exit(1);
await app.generateOutputs(project);
const page = join(OUT, "README.md");
const text = readFileSync(page, "utf8");
writeFileSync(page, await format(text, { ...(await resolveConfig(page)), parser: "markdown" }));
