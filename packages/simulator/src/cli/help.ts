import { type OptionEntry, optionGroups } from "./option-table.ts";
import type { Paint } from "./paint.ts";

const EXAMPLES = [
  ["npx @kite/simulator", "the day as it is now"],
  ["npx @kite/simulator --clock 2026-03-02T09:15 --speed 60 --token", "a trading day in six minutes"],
  ["npx @kite/simulator --replay day.kite --speed 10", "a recorded day, ten times as fast"],
] as const;

const VARIABLES = [
  ["KITE_API_KEY, KITE_ACCESS_TOKEN", "your account, for --record; neither is printed nor stored"],
  ["KITE_ROOT, KITE_WS", "another server, for --record"],
  ["NO_COLOR", "no colours"],
] as const;

/** What `--help` prints. */
export function helpLines({ bold, faint, accent }: Paint, version: string): string[] {
  const groups = Object.entries(optionGroups);
  const rows = groups.map(([title, entries]) => ({
    title,
    rows: Object.entries(entries).map(([name, entry]) => [spell(name, entry), entry.about] as const),
  }));
  const wide = widthOf([...rows.flatMap((group) => group.rows), ...VARIABLES]);
  return [
    "",
    `${bold("Kite simulator")} ${faint(version)}`,
    "A simulated exchange on your own machine that speaks Kite Connect v3. No order placed here reaches a market.",
    "",
    ...EXAMPLES.map(([command, about]) => `  ${accent(command.padEnd(widthOf(EXAMPLES)))}  ${faint(about)}`),
    ...rows.flatMap((group) => ["", bold(group.title), ...group.rows.map((row) => line(row, wide))]),
    "",
    bold("Environment"),
    ...VARIABLES.map((row) => line(row, wide)),
    "",
  ];
}

const spell = (name: string, { short, value }: OptionEntry): string =>
  `${short ? `-${short}, ` : "    "}--${name}${value ? ` ${value}` : ""}`;

const line = ([left, right]: readonly [string, string], width: number): string => `  ${left.padEnd(width)}  ${right}`;

const widthOf = (rows: readonly (readonly [string, string])[]): number =>
  Math.max(...rows.map(([left]) => left.length));
