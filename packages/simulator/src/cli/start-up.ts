import { runClock } from "../clock.ts";
import type { Simulator } from "../simulator.ts";
import type { SimulatorUser } from "../users.ts";
import { marketState, wallClock } from "./market-state.ts";
import type { Paint } from "./paint.ts";
import type { ServeOptions } from "./read-options.ts";

/** What the person who starts a simulator wants to know. */
export interface StartUp {
  readonly simulator: Simulator;
  readonly options: ServeOptions;
  readonly version: string;
  readonly users: readonly SimulatorUser[];
  /** With `--token`: an access token of the first user. */
  readonly accessToken: string | undefined;
  /** With `--replay`: what the recording holds, in a line. */
  readonly recorded: string | undefined;
}

const PORTFOLIOS = { trader: "holdings, positions, money", cash: "money alone", empty: "a new account" } as const;

/** Address, credentials, clock, and what to set where. */
export function startUpLines(
  { simulator, options, version, users, accessToken, recorded }: StartUp,
  paint: Paint,
): string[] {
  const { bold, faint, accent } = paint;
  const { apiKey, apiSecret, environment } = simulator;
  const now = runClock(simulator.clock)();
  const { speed } = options;
  const rows: readonly (readonly [string, ...string[]])[] = [
    ["Address", accent(environment.root), faint(`stream  ${environment.ws}`)],
    ["API key", apiKey],
    ["API secret", apiSecret],
    ["Users", ...users.map((user) => describeUser(user, paint))],
    ...(accessToken === undefined
      ? []
      : [["Token", accessToken, faint(`of ${users[0]?.user_id}, until 06:00 IST`)] as const]),
    ["Log in", accent(`${environment.login}&api_key=${apiKey}`), faint(afterLogin(options))],
    ["Clock", `${wallClock(now)}${speed === 1 ? "" : `, ${speed} times as fast`}`],
    ["Market", marketState(now), faint(hoursOf(options))],
    ...(recorded === undefined ? [] : [["Replay", recorded] as const]),
    ...weather(options),
    ...(options.postback === undefined ? [] : [["Postbacks", `to ${options.postback}`] as const]),
  ];
  return [
    "",
    `  ${bold("Kite simulator")} ${faint(version)}  ${faint("no order placed here reaches a market")}`,
    "",
    ...rows.flatMap(([title, ...values]) =>
      values.map((value, index) => `  ${bold((index === 0 ? title : "").padEnd(11))}  ${value}`),
    ),
    ...(isOpenToAll(options)
      ? ["", `  ${paint.bad("Everybody who reaches this address can sign in as anybody.")}`]
      : []),
    "",
    `  ${bold("For your program")}`,
    ...exportLines(simulator, accessToken).map((line) => `    ${line}`),
    "",
    ...connectLines(simulator, accessToken).map((line) => `    ${line}`),
    "",
    `  ${faint("Ctrl-C stops it.")}`,
    "",
  ];
}

const describeUser = ({ user_id, user_name, portfolio, platform }: SimulatorUser, { bold, faint }: Paint): string =>
  `${bold(user_id)}  ${user_name.padEnd(12)}  ${faint(`${PORTFOLIOS[portfolio]}${platform ? ", signs in through a platform" : ""}`)}`;

function afterLogin({ redirect, token }: ServeOptions): string {
  if (redirect !== undefined) return `the browser then goes to ${redirect}`;
  return token ? "for the other users" : "shows a request token to exchange; --token prints an access token at once";
}

const hoursOf = ({ marketHours }: ServeOptions): string =>
  marketHours === "real"
    ? "orders in these hours only"
    : "orders are taken at any hour; --market-hours real keeps the hours";

function weather({ faults, latencyMs, rateLimits }: ServeOptions): (readonly [string, string])[] {
  const parts = [
    ...(faults === undefined ? [] : [faults === "storm" ? "a storm over POST /orders" : `faults from ${faults}`]),
    ...(latencyMs > 0 ? [`every answer ${latencyMs} ms late`] : []),
    ...(rateLimits ? ["429 beyond Kite's rate limits"] : []),
  ];
  return parts.length === 0 ? [] : [["Weather", parts.join(", ")]];
}

const isOpenToAll = ({ host }: ServeOptions): boolean => !/^(127\.|::1$|localhost$)/.test(host);

const exportLines = ({ apiKey, apiSecret, environment }: Simulator, accessToken: string | undefined): string[] => [
  `export KITE_API_KEY=${apiKey}`,
  `export KITE_API_SECRET=${apiSecret}`,
  ...(accessToken === undefined ? [] : [`export KITE_ACCESS_TOKEN=${accessToken}`]),
  `export KITE_ROOT=${environment.root}`,
  `export KITE_WS=${environment.ws}`,
];

/** What connects a client: ours, and the official one. The other addresses follow from the root. */
const connectLines = ({ apiKey, environment }: Simulator, accessToken: string | undefined): string[] => {
  const { root } = environment;
  const [camel, snake] =
    accessToken === undefined ? ["", ""] : [`accessToken: "${accessToken}", `, `access_token: "${accessToken}", `];
  return [
    `createKite({ apiKey: "${apiKey}", ${camel}environment: { root: "${root}" } })`,
    `new KiteConnect({ api_key: "${apiKey}", ${snake}root: "${root}" })`,
  ];
};
