// Draws every dashboard from a running Prometheus and PostgreSQL as a picture, with Grafana's own library:
// to see what a change does to them without a Grafana.
// Usage: npm install --no-package-lock && npm run draw -- PROMETHEUS DATABASE FOLDER [NAME=VALUE of a variable …]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const [prometheus, database, out, ...given] = process.argv.slice(2);
if (!out) {
  console.error("usage: npm run draw -- PROMETHEUS DATABASE FOLDER [NAME=VALUE …]");
  process.exit(2);
}
const dashboards = new URL("../dashboards/", import.meta.url);
const chosen = Object.fromEntries(given.map((each) => each.split(/=(.*)/s).slice(0, 2)));
const HOURS = 3600;

async function ask(path, query) {
  const answer = await fetch(`${prometheus}/api/v1/${path}?${new URLSearchParams(query)}`);
  const { status, data, error } = await answer.json();
  if (status !== "success") {
    throw new Error(`${error}: ${query.query ?? query["match[]"]}`);
  }
  return data.result ?? data;
}

/** Several values are alternatives of a regular expression, or quoted ones of a list, as Grafana writes them. */
function filled(text, values) {
  const rate = text.replaceAll("$__rate_interval", "1m").replaceAll("$__interval", "15s");
  return rate.replace(/\$\{(\w+)(?::(\w+))?\}|\$(\w+)/g, (whole, braced, format, bare) => {
    const value = values[braced ?? bare];
    if (value === undefined) {
      return whole;
    }
    const all = [value].flat();
    return format === "sqlstring" ? all.map((each) => `'${each.replaceAll("'", "''")}'`).join(",") : all.join("|");
  });
}

/** The values of `text : value,text : value`, of all when nobody knows better. */
function optionsOf({ type, query }) {
  return type === "custom" ? query.split(/(?<!\\),/).map((option) => option.split(" : ").at(-1)) : ".*";
}

/** A variable's value as Grafana finds it: what is given, else all, else the first of its query. */
async function valueOf(variable, values) {
  if (chosen[variable.name] !== undefined) {
    return chosen[variable.name];
  }
  if (variable.includeAll) {
    return variable.allValue ?? optionsOf(variable);
  }
  const query = filled(variable.query.query, values);
  const labels = /^label_values\((.*), *(\w+)\)$/.exec(query);
  if (labels) {
    return (await ask(`label/${labels[2]}/values`, { "match[]": labels[1] }))[0] ?? "";
  }
  const series = await ask("query", { query: /^query_result\((.*)\)$/s.exec(query)[1] });
  const shown = (metric) =>
    `{${Object.entries(metric)
      .map(([name, value]) => `${name}="${value}"`)
      .join(", ")}} 1 1`;
  const [, source] = /^\/(.*)\/$/s.exec(variable.regex);
  return new RegExp(source).exec(shown(series[0].metric))?.groups.value ?? "";
}

function legend(target, metric) {
  return target.legendFormat === "__auto"
    ? undefined
    : target.legendFormat.replace(/\{\{ *(\w+) *\}\}/g, (_, label) => metric[label] ?? "");
}

async function fromPrometheus(target, alone, values, from, to) {
  const query = filled(target.expr, values);
  const series = target.instant
    ? await ask("query", { query, time: to })
    : await ask("query_range", { query, start: from, end: to, step: Math.max(15, (to - from) / 500) });
  if (target.format === "table") {
    const labels = [...new Set(series.flatMap(({ metric }) => Object.keys(metric)))].sort();
    return [{
      refId: target.refId,
      fields: [
        { name: "Time", type: "time", values: series.map(({ value }) => value[0] * 1000) },
        ...labels.map((name) => ({ name, type: "string", values: series.map(({ metric }) => metric[name] ?? "") })),
        { name: alone ? "Value" : `Value #${target.refId}`, type: "number", values: series.map(({ value }) => +value[1]) },
      ],
    }];
  }
  return series.map(({ metric, value, values: points = [value] }) => ({
    refId: target.refId,
    fields: [
      { name: "Time", type: "time", values: points.map(([at]) => at * 1000) },
      {
        name: "Value",
        type: "number",
        labels: metric,
        config: { displayNameFromDS: legend(target, metric) },
        values: points.map(([, number]) => +number),
      },
    ],
  }));
}

/** Time, name and value become a frame with a field a name, as Grafana's own data source makes it. */
function fromDatabase(target, values, from, to) {
  const sql = filled(target.rawSql, values).replace(
    /\$__timeFilter\(([^()]+)\)/g,
    (_, column) => `${column} BETWEEN to_timestamp(${from}) AND to_timestamp(${to})`,
  );
  const rows = JSON.parse(
    execFileSync("psql", [database, "-AtqX", "-v", "ON_ERROR_STOP=1", "-c",
      `SELECT coalesce(json_agg(json_build_array(extract(epoch FROM time) * 1000, metric, value)), '[]') FROM (${sql}) AS asked`]),
  );
  const times = [...new Set(rows.map(([at]) => at))].sort((a, b) => a - b);
  const names = [...new Set(rows.map(([, name]) => name))];
  const value = new Map(rows.map(([at, name, number]) => [`${at} ${name}`, number]));
  return times.length === 0 ? [] : [{
    refId: target.refId,
    fields: [
      { name: "Time", type: "time", values: times },
      ...names.map((name) => ({
        name: "value",
        type: "number",
        labels: { metric: name },
        config: { displayNameFromDS: name },
        values: times.map((at) => value.get(`${at} ${name}`) ?? null),
      })),
    ],
  }];
}

async function draw(file, { script, style }) {
  const dashboard = JSON.parse(readFileSync(new URL(file, dashboards), "utf8"));
  const values = {};
  for (const variable of dashboard.templating.list) {
    values[variable.name] = await valueOf(variable, values);
  }
  const now = Date.now() / 1000;
  const frames = {};
  const spans = {};
  for (const panel of dashboard.panels.filter((each) => each.type !== "row")) {
    const history = panel.targets[0].rawSql !== undefined;
    const from = now - (history ? 366 * 24 : 1) * HOURS;
    spans[panel.id] = [from, now];
    const asked = panel.targets.map((target) =>
      history ? fromDatabase(target, values, from, now) : fromPrometheus(target, panel.targets.length === 1, values, from, now),
    );
    frames[panel.id] = (await Promise.all(asked)).flat();
  }
  const rows = Math.max(...dashboard.panels.map(({ gridPos }) => gridPos.y + gridPos.h));
  const drawing = JSON.stringify({ dashboard, frames, spans });
  const page = `${out}/${dashboard.uid}.html`;
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>${dashboard.title}</title>
<style>${style}
body { background: #111217; color: #ccccdc; font: 14px Inter, sans-serif; }</style><body>
<script>window.drawing = ${drawing.replaceAll("</", "<\\/")}</script><script>${script}</script>`);
  const drawn = spawnSync("chromium", [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--hide-scrollbars", "--virtual-time-budget=8000", "--enable-logging=stderr",
    `--window-size=1920,${Math.max(1080, rows * 38 + 16)}`, `--screenshot=${out}/${dashboard.uid}.png`, `file://${page}`,
  ]);
  const faults = drawn.stderr.toString().match(/"Uncaught [^\n]*/g) ?? [];
  if (drawn.status !== 0 || faults.length > 0) {
    throw new Error(`${dashboard.title}: ${faults.join("\n") || drawn.stderr}`);
  }
  console.log(`${out}/${dashboard.uid}.png  ${dashboard.title}  ${JSON.stringify(values)}`);
}

mkdirSync(out, { recursive: true });
const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(new URL("page.jsx", import.meta.url))],
  bundle: true,
  write: false,
  jsx: "automatic",
  loader: { ".svg": "text", ".ttf": "empty", ".woff": "empty", ".woff2": "dataurl" },
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  outdir: out,
  logLevel: "error",
});
const built = (end) => outputFiles.find(({ path }) => path.endsWith(end)).text;
const page = { script: built(".js").replaceAll("</script", "<\\/script"), style: built(".css") };
for (const file of readdirSync(dashboards).filter((each) => each.endsWith(".json"))) {
  await draw(file, page);
}
