import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "./run-npm.mjs";

/** A folder that holds this Node's executable. Its package fetches the right one in an install script, which npm must be told to run. */
export function installNode(version, into) {
  writeFileSync(join(into, "package.json"), JSON.stringify({ private: true, allowScripts: { node: true } }));
  runNpm(["install", "--no-save", "--no-audit", "--no-fund", `node@${version}`], { cwd: into, stdio: "ignore" });
  const folder = join(into, "node_modules", "node", "bin");
  const file = join(folder, process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(file)) throw new Error(`node@${version} brought no ${file}`);
  return { folder, file };
}
