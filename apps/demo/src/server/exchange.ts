import type { Environment } from "@kite/core";
import { type Simulator, startSimulator } from "@kite/simulator";
import type { EnvironmentName } from "../shared/demo-api.ts";
import { UsageError } from "./options.ts";
import { type Weather, weatherOf } from "./weather.ts";

/** The server on the other side, and the app's credentials there. */
export interface Exchange {
  readonly name: EnvironmentName;
  readonly environment: Environment;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Present where nothing is real. */
  readonly simulation?: Simulation;
  close(): Promise<void>;
}

/** What can be done with an exchange that is only simulated. */
export interface Simulation {
  /** Logs in without a browser; gives the request token. */
  logIn(): Promise<string>;
  /** Registers the address that the login page leads to. */
  redirectTo(callback: string): void;
  /** Ends every session, as 06:00 IST does. */
  expireSessions(): void;
  /** Whether answers are lost. */
  readonly weather: Weather;
  /** Instruments that somebody has on the stream, by token. */
  watched(): ReadonlySet<number>;
  /** Sets what an instrument costs, `NSE:INFY`, in rupees. */
  setPrice(key: string, rupees: number): void;
}

/** Of the simulated portfolios one with gains and losses, and no share that outweighs the others. */
const SEED = 20;

/** Starts the simulated exchange in this process. `latencyMs` makes it as slow as a network. */
export async function simulatedExchange(latencyMs = 0): Promise<Exchange> {
  return exchangeOf(await startSimulator({ seed: SEED, latencyMs }));
}

/** Makes the exchange of a simulator that runs in this process. */
export function exchangeOf(simulator: Simulator): Exchange {
  const { environment, apiKey, apiSecret } = simulator;
  return {
    ...{ name: "simulator", environment, apiKey, apiSecret },
    simulation: {
      logIn: async () => (await simulator.login()).request_token,
      redirectTo: (callback) => {
        simulator.redirectUrl = callback;
      },
      expireSessions: () => simulator.expireSessions(),
      weather: weatherOf(simulator.faults),
      watched: () => new Set(simulator.stream.connections.flatMap(({ subscriptions }) => [...subscriptions.keys()])),
      setPrice: (key, rupees) => simulator.setPrice(key, rupees),
    },
    close: () => simulator.close(),
  };
}

/** Environment variables that lead to a real account. */
export interface AccountVariables {
  readonly KITE_API_KEY?: string | undefined;
  readonly KITE_API_SECRET?: string | undefined;
  readonly KITE_ENVIRONMENT?: string | undefined;
}

/** Gives the exchange that the environment names, undefined when it names none. Throws `UsageError` when it names half of one. */
export function configuredExchange(variables: AccountVariables): Exchange | undefined {
  const { KITE_API_KEY: apiKey, KITE_API_SECRET: apiSecret, KITE_ENVIRONMENT: where } = variables;
  if (!apiKey && !apiSecret) {
    if (where) throw new UsageError("KITE_ENVIRONMENT is set, but KITE_API_KEY and KITE_API_SECRET are not");
    return undefined;
  }
  if (!apiKey || !apiSecret) throw new UsageError("set both KITE_API_KEY and KITE_API_SECRET, or none of them");
  return { ...placeOf(where), apiKey, apiSecret, close: async () => {} };
}

function placeOf(where = "production"): Pick<Exchange, "name" | "environment"> {
  if (where === "production" || where === "sandbox") return { name: where, environment: where };
  if (/^https?:\/\//.test(where)) return { name: "custom", environment: { root: where } };
  throw new UsageError('KITE_ENVIRONMENT must be "production", "sandbox" or an address that begins with http');
}
