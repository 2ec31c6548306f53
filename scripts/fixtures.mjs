/**
 * Regenerates every recorded output in fixtures/ and those that README.md and docs/ show. Review the diff as what it is: a change
 * in what riders get. `--ask` first records the exchanges with language models again, where what they are asked has changed.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { askAllAgain } from "./ask-again.mjs";
import { buildDist } from "./build.mjs";
import { committed, listCases, record, recordedFolder } from "./recordings.mjs";
import { DOCUMENTS, readDocument, withRecordings } from "./documents.mjs";

const given = process.argv.slice(2);
const wanted = given.filter((word) => word !== "--ask");
await buildDist();
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part));
if (given.includes("--ask")) await askAllAgain(isWanted);
const cases = listCases().filter(isWanted);
for (const name of cases) {
  const before = committed(name);
  const now = record(name);
  await rm(recordedFolder(name), { recursive: true, force: true });
  for (const [file, bytes] of now) {
    const path = join(recordedFolder(name), file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  const names = [...new Set([...before.keys(), ...now.keys()])];
  const changed = names.filter((file) => !before.get(file)?.equals(now.get(file) ?? Buffer.alloc(0)));
  console.log(
    `${changed.length === 0 ? "same   " : "changed"} ${name}${changed.map((file) => `\n        ${file}`).join("")}`,
  );
}
if (cases.length === 0) console.log("no cases");
for (const path of DOCUMENTS)
  await writeFile(fileURLToPath(new URL(`../${path}`, import.meta.url)), withRecordings(readDocument(path)));
