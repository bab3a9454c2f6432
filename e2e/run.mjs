// What Maven runs in the integration-test phase; any argument "true" skips it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

if (process.argv.slice(2).includes("true")) process.exit(0);

function run(program, ...rest) {
  const { status } = spawnSync(program, rest, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

const stamp = "node_modules/.installed-lock";
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
  writeFileSync(stamp, lock);
}
run("node", "node_modules/typescript/bin/tsc", "--noEmit");
run("node", "node_modules/@playwright/test/cli.js", "test");
