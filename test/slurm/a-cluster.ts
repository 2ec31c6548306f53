import { randomBytes } from "node:crypto";
import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

/** A cluster of one node, which is this machine: its own key, its own ports, its own folder. */
export interface Cluster {
  readonly folder: string;
  /** Runs one of Slurm's commands against it. */
  readonly run: (command: string, args: readonly string[], env?: Record<string, string>) => Promise<string>;
  readonly log: () => Promise<string>;
  readonly end: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

const confOf = (folder: string, ports: readonly [number, number]): string => `ClusterName=cycling-plan-test
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmctldPort=${ports[0]}
SlurmdPort=${ports[1]}
AuthType=auth/munge
AuthInfo=socket=${folder}/munge.sock,cred_expire=5
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
SwitchType=switch/none
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=1,sched_interval=2,requeue_delay=1
SlurmdParameters=config_overrides
ReturnToService=2
MinJobAge=600
KillWait=2
NodeName=${hostname()} NodeAddr=127.0.0.1 CPUs=3 RealMemory=4000 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;

/** Starts munge, slurmctld and slurmd, all in the foreground, so that they end with the test. Needs Debian's slurm-wlm and munge, and root. */
export async function aCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "cycling-plan-slurm-"));
  await chmod(folder, 0o755);
  for (const name of ["state", "spool"]) await mkdir(join(folder, name));
  await writeFile(join(folder, "munge.key"), randomBytes(1024), { mode: 0o400 });
  const conf = join(folder, "slurm.conf");
  await writeFile(conf, confOf(folder, [await freePort(), await freePort()]));
  const env = { ...process.env, SLURM_CONF: conf };
  const daemons: ChildProcess[] = [];
  const start = (command: string, args: readonly string[]): void => {
    daemons.push(spawn(command, args, { env, stdio: "ignore" }));
  };
  const file = (name: string): string => join(folder, name);
  const munge = ["--foreground", "--force", `--key-file=${file("munge.key")}`, `--socket=${file("munge.sock")}`];
  start("munged", [
    ...munge,
    `--pid-file=${file("munged.pid")}`,
    `--log-file=${file("munged.log")}`,
    `--seed-file=${file("munged.seed")}`,
  ]);
  start("slurmctld", ["-D", "-c", "-f", conf]);
  start("slurmd", ["-D", "-c", "-f", conf]);
  const run: Cluster["run"] = async (command, args, more = {}) => {
    const { stdout } = await execa(command, [...args], { env: { ...env, ...more }, cwd: folder });
    return stdout;
  };
  const read = (name: string): Promise<string> => readFile(file(name), "utf8").catch(() => "");
  return {
    folder,
    run,
    log: async () => (await Promise.all(["munged.log", "slurmctld.log", "slurmd.log"].map(read))).join("\n"),
    end: async () => {
      for (const daemon of daemons.reverse()) {
        daemon.kill("SIGTERM");
        await new Promise((resolve) => {
          if (daemon.exitCode === null) daemon.once("exit", resolve);
          else resolve(undefined);
        });
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
