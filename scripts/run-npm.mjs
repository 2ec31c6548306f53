/** npm without a shell and without its .cmd twin, so that Windows runs the same line. */
import { spawnSync } from "node:child_process";

/** Runs npm as this process was started by it, or else the one on the PATH; `options` go to spawnSync. */
export function runNpm(args, options = {}) {
  const own = process.env.npm_execpath;
  const isScript = own !== undefined && /npm-cli\.c?js$/.test(own) && options.env === undefined;
  const result = isScript
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (result.error !== undefined) throw result.error;
  return result;
}
