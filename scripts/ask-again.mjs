/**
 * Records the exchanges of cases with hand-made answers again: a service on this machine says what lies in the case's
 * `answers`, in order, and the real program asks it. Needed after a change of what models are asked.
 *
 *   { "answers": ["answers/1.json"], "commands": [["generate", ..., "--replay", "tape"]] }
 */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { environment, listCases } from "./recordings.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const BIN = join(ROOT, "bin", "cycling-plan.js");
/** Characters of a token, roughly: the service has no tokenizer. */
const PER_TOKEN = 4;

const event = (value) => `data: ${typeof value === "string" ? value : JSON.stringify(value)}\n\n`;

/** One answer in the protocol of chat completions. */
function streamOf(text, asked) {
  const [input, output] = [asked, text].map(({ length }) => Math.ceil(length / PER_TOKEN));
  return (
    event({ choices: [{ index: 0, delta: { content: text } }] }) +
    event({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }) +
    event({ choices: [], usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output } }) +
    event("[DONE]")
  );
}

const run = (args, options) =>
  new Promise((done) => {
    const child = spawn(process.execPath, [BIN, ...args], { ...options, stdio: ["ignore", "ignore", "inherit"] });
    child.on("close", done);
  });

/** Asks for one case and puts the tape where the case keeps it. */
async function askAgain(name, { answers, commands }) {
  const folder = join(ROOT, "fixtures", name);
  const left = answers.map((file) => readFileSync(join(folder, file), "utf8").trim());
  const server = createServer((request, response) => {
    let asked = "";
    request.on("data", (chunk) => (asked += chunk));
    request.on("end", () => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(streamOf(left.shift() ?? "", asked));
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const here = realpathSync(mkdtempSync(join(tmpdir(), "cycling-plan-ask-")));
  try {
    cpSync(join(ROOT, "fixtures", "requests"), join(here, "requests"), { recursive: true });
    const command = commands.find((args) => args.includes("--replay"));
    const tape = command[command.indexOf("--replay") + 1];
    const args = command.map((arg) => (arg === "--replay" ? "--record" : arg));
    const env = { ...environment(here), OPENAI_BASE_URL: `http://127.0.0.1:${server.address().port}/v1` };
    const code = await run([...args, "--provider", "openai"], { cwd: here, env });
    if (code !== 0) throw new Error(`${name}: the run that asks ended with ${code}`);
    if (left.length > 0) throw new Error(`${name}: ${left.length} of its answers were not asked for`);
    rmSync(join(folder, tape), { recursive: true, force: true });
    cpSync(join(here, tape), join(folder, tape), { recursive: true });
  } finally {
    server.close();
    rmSync(here, { recursive: true, force: true });
  }
}

/** Every case with answers, or those whose name holds one of the words. */
export async function askAllAgain(isWanted) {
  for (const name of listCases().filter(isWanted)) {
    const spec = JSON.parse(readFileSync(join(ROOT, "fixtures", name, "case.json"), "utf8"));
    if (spec.answers !== undefined) await askAgain(name, spec);
  }
}
