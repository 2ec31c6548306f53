import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";

const schema = readFileSync(join(import.meta.dirname, "../../../fixtures/exports/zwo.xsd"), "utf8");

/** What an XML validator of others has against these ZWO files; empty where it has nothing. */
export async function xmlComplaints(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<string[]> {
  const xml = files.map(({ text }, i) => ({ fileName: `${i}.zwo`, contents: text }));
  const { valid, errors, rawOutput } = await validateXML({
    xml,
    schema: [schema],
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  if (valid) return [];
  const found = errors.map(
    ({ loc, message }) => `${files[Number.parseInt(loc?.fileName ?? "0", 10)]?.path ?? ""}: ${message}`,
  );
  return found.length > 0 ? found : [rawOutput];
}
