import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Locked {
  readonly packages: Record<string, { readonly optionalDependencies?: Record<string, string> }>;
}

it("locks every optional package, so that `npm ci` works on each system", () => {
  // A package that its registry did not have yet when the file was written is left out of it, and `npm ci` then refuses.
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as Locked;
  const locked = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
});
