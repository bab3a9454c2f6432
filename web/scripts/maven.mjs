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
const BILL = "target/classes/META-INF/sbom/web.cdx.json";

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

const isForDevelopers = (component) => component.properties?.some(({ name }) => name === "cdx:npm:package:development");

/**
 * What the page is made of, as CycloneDX; without what differs from run to run, so that two builds are alike.
 * npm's own `--omit dev` forgets packages that a tool needs too, React among them.
 */
function writeBillOfMaterials() {
  const npm = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
  const { status, stdout, stderr } = spawnSync("npm", npm, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) {
    console.error(`npm sbom failed: ${stderr}`);
    process.exit(1);
  }
  const bill = JSON.parse(stdout);
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  delete bill.metadata.tools;
  bill.metadata.component.name = "vanguard-web";
  bill.components = bill.components.filter((component) => !isForDevelopers(component));
  const kept = new Set([bill.metadata.component, ...bill.components].map((component) => component["bom-ref"]));
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn?.filter((each) => kept.has(each)) }));
  mkdirSync(dirname(BILL), { recursive: true });
  writeFileSync(BILL, JSON.stringify(bill, null, 1));
}

const [task, ...skips] = process.argv.slice(2);
if (task === "build") {
  installed();
  whenStale("target/page.stamp", INPUTS, PAGE, () => run("npm", "run", "--silent", "build"));
  whenStale("target/bill.stamp", ["package-lock.json", "scripts/maven.mjs"], BILL, writeBillOfMaterials);
} else if (!skips.includes("true")) {
  installed();
  for (const check of ["lint", "typecheck", "test"]) run("npm", "run", "--silent", check);
}
