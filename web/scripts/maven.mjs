// What Maven runs: `build` installs the locked packages when they are stale and builds the page when an input
// changed; `check [skip]...` runs lint, types and tests unless any argument says true.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const INPUTS = [
  "src",
  "public",
  "index.html",
  "vite.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const PAGE = "target/classes/META-INF/resources/index.html";

function filesOf(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath ?? each.path, each.name));
}

function fingerprint(inputs) {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const files = /\.\w+$/.test(input) ? [input] : filesOf(input).sort();
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function run(...command) {
  const [program, ...rest] = command;
  const { status, error } = spawnSync(program, rest, { stdio: "inherit" });
  if (error) console.error(`${program} could not be started: ${error.message}. Node 20.19 or newer with npm is needed.`);
  if (status !== 0) process.exit(1);
}

/** Runs `work` unless it was done before on exactly these inputs. */
function whenStale(stamp, inputs, result, work) {
  const now = fingerprint(inputs);
  const before = existsSync(stamp) && existsSync(result) ? readFileSync(stamp, "utf8") : "";
  if (now === before) return;
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

const installed = () =>
  whenStale("node_modules/.installed-lock", ["package-lock.json"], "node_modules", () =>
    run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"),
  );

const [task, ...skips] = process.argv.slice(2);
if (task === "build") {
  installed();
  whenStale("target/page.stamp", INPUTS, PAGE, () => run("npm", "run", "--silent", "build"));
} else if (!skips.includes("true")) {
  installed();
  for (const check of ["lint", "typecheck", "test"]) run("npm", "run", "--silent", check);
}
