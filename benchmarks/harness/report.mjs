import { median } from "./statistics.mjs";

/** The medians of a figure, and of its ratio to the baseline's in the same round. */
function summarize(results, figure, baseline) {
  const values = new Map();
  for (const { case: each, scenario, round, figures } of results) {
    if (!(figure in figures)) continue;
    const key = JSON.stringify([each, scenario]);
    values.set(key, [...(values.get(key) ?? []), { round, value: figures[figure] }]);
  }
  return (each, scenario) => {
    const own = values.get(JSON.stringify([each, scenario]));
    if (!own) return undefined;
    const others = new Map(
      values.get(JSON.stringify([baseline, scenario]))?.map(({ round, value }) => [round, value]) ?? [],
    );
    return {
      value: median(own.map(({ value }) => value)),
      ratio: median(own.map(({ round, value }) => (others.get(round) ?? Number.NaN) / value)),
    };
  };
}

const shown = (value) => {
  if (value >= 1_000) return Math.round(value).toLocaleString("en-IN");
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

/** A Markdown table for each figure of a suite: a row for each case that has it, a column for each scenario. */
export function tablesOf(suite, results) {
  return suite.figures.map(({ name, title, baseline, isCost }) => {
    const summary = summarize(results, name, baseline);
    const all = Object.keys(suite.cases).map((each) => [
      each,
      ...suite.scenarios.map((scenario) => {
        const { value, ratio } = summary(each, scenario) ?? {};
        if (value === undefined) return "";
        return Number.isFinite(ratio) && baseline
          ? `${shown(value)} (${shown(isCost ? 1 / ratio : ratio)}x)`
          : shown(value);
      }),
    ]);
    const rows = all.filter((row) => row.slice(1).some(Boolean));
    const header = [title, ...suite.scenarios.map((scenario) => suite.describe(scenario))];
    const widths = header.map((text, column) => Math.max(text.length, ...rows.map((row) => row[column].length)));
    const line = (cells) =>
      `| ${cells.map((text, column) => (column ? text.padStart(widths[column]) : text.padEnd(widths[column]))).join(" | ")} |`;
    const rule = `| ${widths.map((width, column) => (column ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
    return [line(header), rule, ...rows.map(line)].join("\n");
  });
}
