/**
 * One reader in a process of its own: the processor time and the memory that are measured here are its alone. A thread
 * beside it ends the process where an input never gives the reader's thread back; what was read then is in the folder.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker, isMainThread, workerData } from "node:worker_threads";

const MEGABYTE = 1_000_000;
/** Seconds of the processor on one input, after which nothing is waited for. */
const MOST_SECONDS = 60;

async function read() {
  const { file, name, ms, seed, folder } = JSON.parse(process.argv[2]);
  const running = {
    number: new Int32Array(new SharedArrayBuffer(8)),
    bytes: new Uint8Array(new SharedArrayBuffer(2 * MEGABYTE)),
  };
  const path = join(folder, `${name}-endless.bin`);
  const watch = new Worker(fileURLToPath(import.meta.url), { workerData: { running, path } });
  watch.unref();
  const { fuzz } = await import(file);
  const onInput = (input) => {
    running.bytes.set(input.subarray(0, running.bytes.length));
    Atomics.store(running.number, 1, input.length);
    Atomics.add(running.number, 0, 1);
  };
  process.send(await fuzz(name, { ms, seed, folder, onInput }), () => process.exit());
}

function watch({ running: { number, bytes }, path }) {
  const worked = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  let [at, since] = [0, worked()];
  setInterval(() => {
    const now = Atomics.load(number, 0);
    if (now !== at) [at, since] = [now, worked()];
    else if (worked() - since > MOST_SECONDS) {
      writeFileSync(path, bytes.slice(0, Atomics.load(number, 1)));
      process.kill(process.pid, "SIGKILL");
    }
  }, 500);
}

if (isMainThread) await read();
else watch(workerData);
