// node ops/grafana/build.mjs writes dashboards/*.json; with --check it exits 1 when one is not what it would write.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dashboards } from "./definitions.mjs";

const RUNBOOKS = "https://git.example.com/pfa-vanguard/src/main/docs/runbooks/";
const source = { type: "prometheus", uid: "pfa-prometheus" };
const WIDTH = 8;
const HEIGHT = 7;

const panel = ([title, unit, good, runbook, queries], index) => ({
  id: index + 1,
  type: unit === "bool_yes_no" ? "stat" : "timeseries",
  title,
  description: `Good: ${good}`,
  links: [{ title: `Runbook ${runbook}`, url: `${RUNBOOKS}${runbook}.md`, targetBlank: true }],
  datasource: source,
  gridPos: { x: (index % 3) * WIDTH, y: Math.floor(index / 3) * HEIGHT, w: WIDTH, h: HEIGHT },
  fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
  targets: Object.entries(queries).map(([legendFormat, expr], n) => ({
    refId: String.fromCharCode(65 + n),
    expr,
    legendFormat,
  })),
});

const dashboard = (uid, [title, panels]) => ({
  uid: `pfa-${uid}`,
  title: `PFA Vanguard: ${title}`,
  tags: ["pfa-vanguard"],
  timezone: "utc",
  schemaVersion: 39,
  refresh: "30s",
  time: { from: "now-6h", to: "now" },
  links: [{ type: "dashboards", title: "PFA Vanguard", tags: ["pfa-vanguard"], asDropdown: true }],
  annotations: {
    list: [
      {
        name: "Releases",
        datasource: source,
        enable: true,
        iconColor: "purple",
        expr: "changes(max(pfa_release_in_progress)[5m:30s]) > 0",
      },
    ],
  },
  panels: panels.map(panel),
});

const check = process.argv.includes("--check");
const folder = new URL("dashboards/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [uid, definition] of Object.entries(dashboards)) {
  const file = new URL(`${uid}.json`, folder);
  const text = `${JSON.stringify(dashboard(uid, definition), null, 1)}\n`;
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.error(`${uid}.json is not what node ops/grafana/build.mjs writes`);
    process.exitCode = 1;
  }
}
