import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { execa } from "execa";
import { describe, expect, it, vi } from "vitest";
import { aPlace, BIN, cleanEnv, flat, runProcess } from "./run-cli.ts";

/** Says so once the program answers Ctrl-C itself; before that it would simply end. */
const SAYS_IT_LISTENS =
  'data:text/javascript,process.on("newListener",(name)=>{if(name==="SIGTERM"&&process.listenerCount(name)===1)process.stderr.write("listens\\n")})';

describe("what is read", () => {
  it("Ctrl-C while it waits for standard input ends with 130", async () => {
    const cwd = await aPlace();
    const child = spawn(process.execPath, ["--import", SAYS_IT_LISTENS, BIN, "generate", "--profile", "-"], {
      cwd,
      env: cleanEnv(cwd),
      stdio: ["pipe", "pipe", "pipe"],
    });
    let err = "";
    child.stderr.on("data", (text: Buffer) => (err += text.toString()));
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    await vi.waitFor(() => {
      expect(err).toContain("listens");
    }, 20_000);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(err).toContain("error  Stopped. No file was changed.");
    expect(await readdir(cwd)).toEqual(["requests"]);
  });

  it.skipIf(process.platform === "win32")("a pipe may be named like a file", async () => {
    const cwd = await aPlace();
    const line = `"$0" "$@" --profile <(cat requests/minimal.json)`;
    const args = [
      "-c",
      line,
      process.execPath,
      BIN,
      "generate",
      "--today",
      "2026-12-01",
      "--seed",
      "s",
      "--dry-run",
      "--json",
    ];
    const ran = await execa("bash", args, { cwd, reject: false, extendEnv: false, env: cleanEnv(cwd) });
    expect({ code: ran.exitCode, err: ran.stderr }).toEqual({ code: 0, err: "" });
  });
});

describe.skipIf(process.platform === "win32")("what is written", () => {
  it("a reader that leaves early is no error", async () => {
    const cwd = await aPlace();
    const ran = await execa(
      "bash",
      ["-c", `"$0" "$@" | head -1; echo "\${PIPESTATUS[0]}"`, process.execPath, BIN, "library", "list"],
      { cwd, reject: false, extendEnv: false, env: cleanEnv(cwd) },
    );
    expect(ran.stderr).toBe("");
    expect(ran.stdout.split("\n").at(-1)).toBe("0");
  });

  it.skipIf(process.platform !== "linux")("a full disk behind > is one", async () => {
    const cwd = await aPlace();
    const args = ["-c", `"$0" "$@" > /dev/full`, process.execPath, BIN, "library", "list"];
    const ran = await execa("bash", args, { cwd, reject: false, extendEnv: false, env: cleanEnv(cwd) });
    expect(ran.exitCode).toBe(2);
    expect(flat(ran.stderr)).toContain("error the output could not be written: ENOSPC");
  });
});

describe("colour", () => {
  it("is written only where it is wanted", async () => {
    const args = ["library", "show", "tempo_2x10_80"];
    expect((await runProcess(args)).out).not.toContain("\u001b");
    expect((await runProcess(args, { env: { NO_COLOR: "", FORCE_COLOR: "1" } })).out).toContain("\u001b[");
    expect((await runProcess(args, { env: { CYCLING_PLAN_COLOUR: "never", FORCE_COLOR: "1" } })).out).not.toContain(
      "\u001b",
    );
  });
});
