import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { findJava } from "./java.ts";
import { RUN_FILE } from "./run.ts";

/** Runs a command of ./vanguard against the running product, as its operators do, and returns its JSON. */
export function vanguard(...command: string[]): Record<string, unknown> {
  const home = process.env["VANGUARD_HOME"] ?? join(import.meta.dirname, "../..");
  const jar = join(home, "launcher/target/vanguard-launcher.jar");
  const dataDir = dirname(process.env[RUN_FILE] ?? "");
  const options = ["--json", "--data-dir", dataDir];
  return JSON.parse(execFileSync(findJava(), ["-jar", jar, ...command, ...options], { encoding: "utf8" }));
}
