import { parseArgs } from "node:util";
import type { MarketSelection } from "../market/selection.ts";
import type { MarketHours } from "../trading/opening-hours.ts";
import { nearestName } from "./nearest-name.ts";
import { optionEntries, USUAL_PORT } from "./option-table.ts";
import { readClock } from "./read-clock.ts";
import { UsageError } from "./usage-error.ts";

/** A simulator that is to be started. */
export interface ServeOptions {
  readonly does: "serve";
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly market: MarketSelection;
  /** Epoch ms; undefined for now, or for where a recording begins. */
  readonly start: number | undefined;
  readonly speed: number;
  readonly marketHours: MarketHours;
  readonly replay: string | undefined;
  readonly token: boolean;
  readonly redirect: string | undefined;
  readonly postback: string | undefined;
  readonly latencyMs: number;
  readonly rateLimits: boolean;
  /** `storm`, or a file. */
  readonly faults: string | undefined;
  readonly log: boolean;
  readonly quiet: boolean;
}

/** A recording that is to be made. */
export interface RecordOptions {
  readonly does: "record";
  readonly file: string;
  /** Exchange and symbol of each. */
  readonly instruments: readonly string[];
  readonly root: string | undefined;
  readonly ws: string | undefined;
  readonly quiet: boolean;
}

/** What the command line asks for. */
export type Options = ServeOptions | RecordOptions | { readonly does: "help" | "version" };

type Values = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Reads the arguments after the program's name.
 *
 * @throws {UsageError} that names the option, with a hint.
 */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  if (values.help) return { does: "help" };
  if (values.version) return { does: "version" };
  for (const name of Object.keys(values)) checkCompany(name, values);
  return values.record === undefined ? readServe(values) : readRecord(values);
}

function parse(args: readonly string[]): Values {
  const { tokens, values } = parseArgs({
    args: [...args],
    options: optionEntries,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "positional") throw new UsageError(`"${token.value}" is no option`);
    if (token.kind !== "option") continue;
    const entry = Object.hasOwn(optionEntries, token.name) ? optionEntries[token.name] : undefined;
    if (!entry) throw unknown(token.rawName);
    if (entry.type === "string" && !token.value) {
      throw new UsageError(`${token.rawName} needs a value, as in --${token.name} ${entry.example}`);
    }
    if (entry.type === "boolean" && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`);
  }
  return values as Values;
}

function unknown(rawName: string): UsageError {
  const nearest = nearestName(rawName.replace(/^-+/, ""), Object.keys(optionEntries));
  return new UsageError(`there is no ${rawName}${nearest ? `; is it --${nearest}?` : ""}`);
}

/** @throws {UsageError} for an option that means nothing beside, or without, `--record`. */
function checkCompany(name: string, values: Values): void {
  const place = optionEntries[name]?.record;
  if (values.record === undefined && place === "alone") throw new UsageError(`--${name} goes with --record FILE`);
  if (values.record !== undefined && place === undefined) {
    throw new UsageError(`--${name} is for a simulator, and does not go with --record`);
  }
}

function readServe(values: Values): ServeOptions {
  if (values.replay !== undefined && values.market !== undefined) {
    throw new UsageError("--market does not go with --replay: a recording has the instruments that it has");
  }
  return {
    does: "serve",
    port: number(values, "port", USUAL_PORT, "a number from 0 to 65535", (port) => isWhole(port) && port <= 65_535),
    host: text(values, "host") ?? "127.0.0.1",
    seed: number(values, "seed", 1, "a number", Number.isFinite),
    market: readMarket(text(values, "market") ?? "all"),
    start: readClock(text(values, "clock")),
    speed: number(values, "speed", 1, "a number above 0", (speed) => speed > 0 && Number.isFinite(speed)),
    marketHours: oneOf(values, "market-hours", ["always", "real"]),
    replay: text(values, "replay"),
    token: values.token === true,
    redirect: url(values, "redirect", "http"),
    postback: url(values, "postback", "http"),
    latencyMs: number(values, "latency", 0, "milliseconds from 0", (ms) => ms >= 0 && Number.isFinite(ms)),
    rateLimits: values["rate-limits"] === true,
    faults: text(values, "faults"),
    log: values.log === true,
    quiet: values.quiet === true,
  };
}

function readRecord(values: Values): RecordOptions {
  const instruments = readKeys("instruments", text(values, "instruments") ?? "");
  if (instruments.length === 0) {
    throw new UsageError('--record needs to know what, as in --instruments "NSE:INFY,NSE:NIFTY 50"');
  }
  return {
    does: "record",
    file: text(values, "record") ?? "",
    instruments,
    root: url(values, "root", "http"),
    ws: url(values, "ws", "ws"),
    quiet: values.quiet === true,
  };
}

function readMarket(given: string): MarketSelection {
  return given === "all" || given === "small" ? given : readKeys("market", given);
}

/** Instruments by exchange and symbol, with commas between them. */
function readKeys(name: string, list: string): string[] {
  const keys = [...new Set(list.split(",").map((key) => key.trim()))].filter(Boolean);
  const odd = keys.find((key) => !/^[A-Z]+:.+$/.test(key));
  if (odd !== undefined) throw new UsageError(`--${name}: "${odd}" has no exchange; write it like NSE:INFY`);
  return keys;
}

const text = (values: Values, name: string): string | undefined => values[name] as string | undefined;

const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 0;

function number(
  values: Values,
  name: string,
  otherwise: number,
  expected: string,
  check: (value: number) => boolean,
): number {
  const given = text(values, name);
  if (given === undefined) return otherwise;
  const value = given.trim() === "" ? Number.NaN : Number(given);
  if (!check(value)) throw new UsageError(`--${name} takes ${expected}, got "${given}"`);
  return value;
}

function oneOf<const Choice extends string>(
  values: Values,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const given = text(values, name) ?? choices[0];
  const found = choices.find((choice) => choice === given);
  if (!found) throw new UsageError(`--${name} takes ${choices.join(" or ")}, got "${given}"`);
  return found;
}

function url(values: Values, name: string, scheme: "http" | "ws"): string | undefined {
  const given = text(values, name);
  if (given === undefined) return undefined;
  if (!URL.canParse(given) || !new RegExp(`^${scheme}s?:$`).test(new URL(given).protocol)) {
    throw new UsageError(`--${name} takes a URL that begins with ${scheme}:// or ${scheme}s://, got "${given}"`);
  }
  return given.replace(/\/+$/, "");
}
