// Holds every dashboard against Grafana's own types: what Grafana would not know is an error, with the
// line of the panel. Usage: npm ci && npm run check
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const folder = new URL("../dashboards/", import.meta.url);
const here = fileURLToPath(new URL(".", import.meta.url));

/** Where the options of a kind of panel are described; `custom` where its fields have settings too. */
const KINDS = {
  bargauge: { name: "BarGauge" },
  gauge: { name: "Gauge" },
  stat: { name: "Stat" },
  table: { name: "Table", custom: true },
  timeseries: { name: "TimeSeries", custom: true },
  "status-history": { name: "StatusHistory", custom: true },
  text: { name: "Text" },
};

// JSON has the values of an enumeration, not its members; what is left out has Grafana's default
const PLAIN = `
type Plain<T> = T extends string ? \`\${T}\`
  : T extends number | boolean | null | undefined ? T
  : T extends (infer E)[] ? Plain<E>[]
  : T extends object ? { [K in keyof T]?: Plain<T[K]> | null } : T;
`;

function source(file) {
  const dashboard = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  const kinds = new Set(dashboard.panels.map((panel) => panel.type));
  kinds.delete("row");
  const lines = [`import type { Dashboard, FieldConfig } from "@grafana/schema/dist/esm/raw/dashboard/x/Dashboard_types.gen";`];
  for (const kind of kinds) {
    const { name } = KINDS[kind] ?? fail(`${file}: no types are known for panels of the kind ${kind}`);
    const path = `@grafana/schema/dist/esm/raw/composable/${name.toLowerCase()}/panelcfg/x/${name}PanelCfg_types.gen`;
    lines.push(`import type * as ${name} from "${path}";`);
  }
  lines.push(PLAIN, `export const dashboard: Plain<Dashboard> = ${JSON.stringify(dashboard)};`);
  for (const panel of dashboard.panels.filter((each) => each.type !== "row")) {
    const { name, custom } = KINDS[panel.type];
    lines.push(`export const options${panel.id}: Plain<${name}.Options> = ${JSON.stringify(panel.options)};`);
    const fields = panel.fieldConfig.defaults.custom;
    if (custom && fields) {
      lines.push(`export const fields${panel.id}: Plain<${name}.FieldConfig> = ${JSON.stringify(fields)};`);
    }
    panel.fieldConfig.overrides.flatMap((each) => each.properties).forEach(({ id, value }, i) => {
      const own = id.startsWith("custom.");
      const type = own ? `${name}.FieldConfig` : "FieldConfig";
      const set = JSON.stringify({ [id.replace("custom.", "")]: value });
      lines.push(`export const override${panel.id}_${i}: Plain<${type}> = ${set};`);
    });
  }
  return lines.join("\n");
}

function fail(words) {
  console.error(words);
  process.exit(1);
}

const sources = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => [`${here}${file}.ts`, source(file)]),
);
const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};
const host = ts.createCompilerHost(options);
const { readFile, fileExists, getSourceFile } = host;
host.readFile = (name) => sources.get(name) ?? readFile.call(host, name);
host.fileExists = (name) => sources.has(name) || fileExists.call(host, name);
host.getSourceFile = (name, ...rest) =>
  sources.has(name)
    ? ts.createSourceFile(name, sources.get(name), ts.ScriptTarget.ES2022)
    : getSourceFile.call(host, name, ...rest);

const found = ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host));
for (const problem of found) {
  const text = problem.file?.text.slice(problem.start, problem.start + 120) ?? "";
  console.error(`${problem.file?.fileName.replace(here, "")}: ${ts.flattenDiagnosticMessageText(problem.messageText, "\n  ")}\n  at ${text}`);
}
console.log(`${sources.size} dashboards, ${found.length} problems`);
process.exit(found.length === 0 && sources.size > 0 ? 0 : 1);
