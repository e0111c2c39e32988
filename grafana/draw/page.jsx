// One dashboard, drawn by Grafana's own library: its transformations, overrides, units and components.
// `window.drawing` is what draw.mjs asked for: { dashboard, frames: { PANEL: [frame, …] }, spans: { PANEL: [from, to] } }.
import {
  FieldConfigOptionsRegistry,
  ThemeContext,
  applyFieldOverrides,
  cacheFieldDisplayNames,
  createTheme,
  dateTime,
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  standardTransformers,
  standardTransformersRegistry,
  toDataFrame,
  transformDataFrame,
  unitOverrideProcessor,
} from "@grafana/data";
import { BarGauge, BigValue, GlobalStyles, PanelChrome, TimeSeries, VizRepeater } from "@grafana/ui";
import { TableNG } from "@grafana/ui/unstable";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import "@fontsource/inter/400.css";
import "@fontsource/inter/500.css";
import "@grafana/react-data-grid/lib/styles.css";
import "uplot/dist/uPlot.min.css";

const ROW = 38; // Grafana's grid: 24 columns, rows of 30 pixels with 8 between them
const GAP = 8;
const STANDARD = ["unit", "decimals", "min", "max", "displayName", "color", "thresholds", "mappings", "noValue", "links"];
const { dashboard, frames, spans } = window.drawing;
const theme = createTheme({ colors: { mode: "dark" } });
const timeZone = "Asia/Ho_Chi_Minh";
const width = document.documentElement.clientWidth - 2 * GAP;

standardTransformersRegistry.setInit(() =>
  [...new Map(Object.values(standardTransformers).map((each) => [each.id, each])).values()].map((transformation) => ({
    id: transformation.id,
    name: transformation.name,
    transformation: async () => transformation,
  })),
);

/** The settings of fields that this dashboard's panels know: what Grafana's editors would register. */
function settings(panel) {
  const own = panel.fieldConfig.overrides.flatMap((each) => each.properties.map((property) => property.id));
  const custom = Object.keys(panel.fieldConfig.defaults.custom ?? {}).map((name) => `custom.${name}`);
  const ids = new Set([...STANDARD, ...own, ...custom]);
  return new FieldConfigOptionsRegistry(() =>
    [...ids].map((id) => ({
      id,
      path: id.replace("custom.", ""),
      isCustom: id.startsWith("custom."),
      name: id,
      process: id === "unit" ? unitOverrideProcessor : (value) => value,
      shouldApply: () => true,
    })),
  );
}

function timeRange({ id }) {
  const [from, to] = spans[id].map((seconds) => dateTime(seconds * 1000));
  return { from, to, raw: { from, to } };
}

function overridden(panel, asked) {
  const mode = panel.type === "timeseries" ? "palette-classic" : "thresholds";
  const defaults = { color: { mode }, ...panel.fieldConfig.defaults };
  const data = applyFieldOverrides({
    data: asked,
    fieldConfig: { ...panel.fieldConfig, defaults },
    fieldConfigRegistry: settings(panel),
    replaceVariables: (text) => text,
    theme,
    timeZone,
  });
  cacheFieldDisplayNames(data);
  return data;
}

/** What the transformations make of a panel's frames. */
function useTransformed(panel) {
  const [data, setData] = useState(null);
  useEffect(() => {
    const asked = frames[panel.id].map(toDataFrame);
    const subscription = transformDataFrame(panel.transformations ?? [], asked).subscribe((made) =>
      setData(overridden(panel, made)),
    );
    return () => subscription.unsubscribe();
  }, [panel]);
  return data;
}

function Values({ panel, data, width, height, children }) {
  const values = getFieldDisplayValues({
    data,
    fieldConfig: panel.fieldConfig,
    reduceOptions: panel.options.reduceOptions,
    replaceVariables: (text) => text,
    theme,
    timeZone,
  });
  return (
    <VizRepeater
      source={values}
      getValues={() => values}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={({ value, width, height, alignmentFactors }) => children(value, width, height, alignmentFactors)}
      width={width}
      height={height}
      orientation={panel.options.orientation}
      itemSpacing={panel.type === "bargauge" ? 8 : 3}
      minVizHeight={panel.options.minVizHeight}
      minVizWidth={panel.options.minVizWidth}
      renderCounter={0}
    />
  );
}

const KINDS = {
  stat: (props) => (
    <Values {...props}>
      {(value, width, height, alignmentFactors) => (
        <BigValue
          value={value.display}
          alignmentFactors={alignmentFactors}
          text={props.panel.options.text}
          colorMode={props.panel.options.colorMode}
          graphMode={props.panel.options.graphMode}
          justifyMode={props.panel.options.justifyMode}
          textMode={props.data.length > 1 ? "value_and_name" : "value"}
          width={width}
          height={height}
          theme={theme}
        />
      )}
    </Values>
  ),
  bargauge: (props) => (
    <Values {...props}>
      {(value, width, height, alignmentFactors) => (
        <BarGauge
          value={value.display}
          alignmentFactors={alignmentFactors}
          text={props.panel.options.text}
          field={value.field}
          display={value.view?.getFieldDisplayProcessor(value.colIndex)}
          width={width}
          height={height}
          orientation={props.panel.options.orientation}
          displayMode={props.panel.options.displayMode}
          valueDisplayMode={props.panel.options.valueMode}
          namePlacement={props.panel.options.namePlacement}
          showUnfilled={props.panel.options.showUnfilled}
          itemSpacing={8}
          lcdCellWidth={12}
          theme={theme}
        />
      )}
    </Values>
  ),
  table: ({ panel, data, width, height }) => (
    <TableNG
      data={data[0]}
      width={width}
      height={height}
      showTypeIcons={false}
      sortBy={panel.options.sortBy}
      cellHeight={panel.options.cellHeight}
      timeRange={timeRange(panel)}
      structureRev={1}
      getActions={() => []}
    />
  ),
  timeseries: ({ panel, data, width, height }) => (
    <TimeSeries
      frames={data}
      width={width}
      height={height}
      timeRange={timeRange(panel)}
      timeZone={timeZone}
      legend={panel.options.legend}
      options={panel.options}
    />
  ),
  "status-history": Months,
};
KINDS.gauge = KINDS.stat; // its dial is not in the library; the value and its colour are

/** The library has no heat map; names, values and colours are those that it computes. */
function Months({ data }) {
  const [time, ...series] = data.flatMap((frame) => frame.fields);
  return (
    <table style={{ width: "100%", fontSize: 12 }}>
      <tbody>
        {series.map((field, i) => (
          <tr key={i}>
            <th style={{ textAlign: "left" }}>{field.state?.displayName ?? field.name}</th>
            {time.values.map((at, row) => {
              const value = field.values[row];
              const shown = value == null ? null : field.display(value);
              return (
                <td key={at} style={{ background: shown?.color }}>
                  {shown && `${shown.text}${shown.suffix ?? ""}`}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Panel({ panel }) {
  const data = useTransformed(panel);
  const { x, y, w, h } = panel.gridPos;
  const box = { width: (w / 24) * width - GAP, height: h * ROW - GAP };
  const Kind = KINDS[panel.type];
  const empty = data && !data.some((frame) => frame.length > 0);
  return (
    <div data-panel={panel.id} style={{ position: "absolute", left: GAP + (x / 24) * width, top: GAP + y * ROW }}>
      <PanelChrome title={panel.title} {...box}>
        {(width, height) => {
          if (!data) {
            return null;
          }
          return empty && panel.type !== "stat" && panel.type !== "gauge" ? (
            <p style={{ textAlign: "center" }}>{panel.fieldConfig.defaults.noValue ?? "No data"}</p>
          ) : (
            <Kind panel={panel} data={data} width={width} height={height} />
          );
        }}
      </PanelChrome>
    </div>
  );
}

function Panels() {
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      {dashboard.panels
        .filter((panel) => panel.type !== "row")
        .map((panel) => (
          <Panel key={panel.id} panel={panel} />
        ))}
    </ThemeContext.Provider>
  );
}

// what is measured before the letters are there is measured wrongly
const letters = ["14px Inter", "500 14px Inter"].map((font) => document.fonts.load(font, "Aẵệ"));
Promise.all(letters).then(() => createRoot(document.body).render(<Panels />));
