import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const WANTED = 25;

function versionOf(home: string): number {
  const release = join(home, "release");
  if (!existsSync(release) || !existsSync(join(home, "bin/java"))) return 0;
  return Number(/JAVA_VERSION="(\d+)/.exec(readFileSync(release, "utf8"))?.[1] ?? 0);
}

function homesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** A JDK of the version the product needs: the environment's, or one in the usual places. */
export function findJava(): string {
  const given = [process.env["JAVA_HOME"], process.env["JDK_HOME"]].filter((home) => home !== undefined);
  const usual = ["/usr/lib/jvm", "/opt/java", "/opt", join(homedir(), ".sdkman/candidates/java"), join(homedir(), ".jdks")];
  const home = [...given, ...usual.flatMap(homesIn)].find((each) => versionOf(each) >= WANTED);
  if (!home) throw new Error(`No JDK ${WANTED} was found; set JAVA_HOME to one.`);
  return join(home, "bin/java");
}
