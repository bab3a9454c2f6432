import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findJava } from "./java.ts";
import { processesOf, RUN_FILE, readRun } from "./run.ts";

const LAUNCHER = "launcher/target/vanguard-launcher.jar";
const READY_MILLIS = 180_000;
const GONE_MILLIS = 60_000;

function start(home: string, dataDir: string): { launcher: ChildProcess; said: () => string } {
  const jar = join(home, LAUNCHER);
  if (!existsSync(jar)) throw new Error(`${jar} is missing: build the launcher first.`);
  const ports = ["--port", "0", "--simulator-port", "0", "--management-port", "0"];
  const launcher = spawn(findJava(), ["-jar", jar, "up", "--data-dir", dataDir, ...ports, "--no-build"], {
    cwd: home,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  launcher.stdout.on("data", (text) => (output += text));
  launcher.stderr.on("data", (text) => (output += text));
  return { launcher, said: () => output };
}

async function until(done: () => boolean, millis: number, otherwise: () => string): Promise<void> {
  for (const end = Date.now() + millis; !done(); await wait(100)) {
    if (Date.now() > end) throw new Error(otherwise());
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ctrl-C as a person would press it; nothing of the product may outlive it. */
async function stop(launcher: ChildProcess, pids: number[], said: () => string): Promise<void> {
  const ended = launcher.exitCode === null ? once(launcher, "exit") : Promise.resolve();
  launcher.kill("SIGINT");
  await Promise.race([ended, wait(GONE_MILLIS, undefined, { ref: false })]);
  const left = () => [launcher.pid ?? 0, ...pids].filter(isAlive);
  await until(
    () => left().length === 0,
    GONE_MILLIS,
    () => `Still running after Ctrl-C: ${left().join(", ")}\n${said()}`,
  );
}

/** Starts the whole product on a fresh data directory; the answer takes it down again. */
export default async function startVanguard(): Promise<() => Promise<void>> {
  const home = process.env["VANGUARD_HOME"] ?? join(import.meta.dirname, "../..");
  const dataDir = mkdtempSync(join(tmpdir(), "vanguard-e2e-"));
  const runFile = join(dataDir, "run.json");
  const { launcher, said } = start(home, dataDir);
  try {
    const ready = () => existsSync(runFile) || launcher.exitCode !== null;
    await until(ready, READY_MILLIS, () => `Not ready in time:\n${said()}`);
    if (launcher.exitCode !== null) throw new Error(`The product did not start:\n${said()}`);
  } catch (failure) {
    launcher.kill("SIGINT");
    throw failure;
  }
  process.env[RUN_FILE] = runFile;
  const pids = processesOf(readRun(runFile));
  return async () => {
    await stop(launcher, pids, said);
    rmSync(dataDir, { recursive: true, force: true });
  };
}
