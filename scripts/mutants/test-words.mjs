/** `describe` and `it` for tests that are run again and again inside one process; `expect` is vitest's own. */
export { expect } from "vitest";

const TESTS = [];
let named = [];
let file = "";

/** Reads a file's tests: whatever `describe` and `it` say during `read` belongs to it. */
export async function testsOf(path, read) {
  file = path;
  await read();
  return TESTS.splice(0);
}

const inGroup = (name, body) => {
  const before = named;
  named = [...named, name];
  body();
  named = before;
};

/** Numbered, for names in a table may come twice. */
const addTest = (name, body) => {
  const words = [...named, name].join(" ");
  TESTS.push({ id: `${file}#${words} (${TESTS.length})`, name: words, file, body });
};

/** One for each row: a row that is a list is handed over as arguments, as vitest does. */
const each = (add) => (rows) => (name, body) => {
  for (const row of rows) {
    const given = Array.isArray(row) ? row : [row];
    add(`${name} ${JSON.stringify(given[0])?.slice(0, 60) ?? ""}`, () => body(...given));
  }
};

export const describe = Object.assign(inGroup, { each: each(inGroup) });
export const it = Object.assign(addTest, { each: each(addTest) });
export const test = it;
