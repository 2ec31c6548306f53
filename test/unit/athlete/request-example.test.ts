import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseRequest } from "../../../src/athlete/parse-request.ts";
import { TERM_SCHEMAS } from "../../../src/athlete/terms.ts";
import { RULES } from "../../../src/rules/catalogue.ts";

const read = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");

it("the example of the request page is a request, and gives nearly every term", () => {
  const file = { value: JSON.parse(read("request-example.json")) as unknown, source: "request-example.json" };
  const { request } = parseRequest({ file }, "2026-11-29");
  const missing = Object.keys(TERM_SCHEMAS).filter((term) => !(term in request.profile));
  expect(missing).toEqual(["train_by", "train_outdoors_by"]);
});

it("the page names rules that there are", () => {
  const rows = read("request.md")
    .split("\n")
    .filter((line) => line.startsWith("| "));
  const named = rows.slice(2).flatMap((row) => (row.split(" | ")[2] ?? "").match(/`([a-z-]+)`/g) ?? []);
  const ids = new Set<string>(RULES.map(({ id }) => `\`${id}\``));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});
