import { readFileSync } from "node:fs";

/** What a running product tells scripts about itself. */
export interface Run {
  server: { url: string; managementUrl: string; pid: number };
  workers: { managementUrl: string; pid: number }[];
  simulator: { controlUrl: string; pid: number };
  database: { pid: number };
  users: { username: string; password: string }[];
}

export const RUN_FILE = "VANGUARD_RUN_FILE";

export function readRun(file = process.env[RUN_FILE]): Run {
  if (!file) throw new Error("The product has not been started");
  return JSON.parse(readFileSync(file, "utf8")) as Run;
}

export function processesOf(run: Run): number[] {
  return [run.server.pid, ...run.workers.map((worker) => worker.pid), run.simulator.pid, run.database.pid];
}
