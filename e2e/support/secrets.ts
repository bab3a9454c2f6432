import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RUN_FILE } from "./run.ts";

const dataDir = () => dirname(process.env[RUN_FILE] ?? "");

/** Every password and key that `up` made for itself, by name. */
export function secretsOfTheMachine(): Record<string, string> {
  return JSON.parse(readFileSync(join(dataDir(), "secrets.json"), "utf8"));
}

/** What the processes have logged, by the name of the file. */
export function logs(): Record<string, string> {
  const folder = join(dataDir(), "logs");
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** The arguments of every process of this machine; the browser's and the tests' own too. */
export function commandLines(): string {
  const of = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return ""; // It is over, or somebody else's.
    }
  };
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(of)
    .join("\n");
}

/** As it is, in base64 (alone and as basic authorization), and as a part of an address. */
export function forms(secret: string): string[] {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  return [...new Set([secret, base64(secret), base64(`vanguard:${secret}`), encodeURIComponent(secret)])];
}
