import { type Simulator, type StartOptions, startSimulator } from "@kite/simulator";
import { onTestFinished } from "vitest";
import { addressOf, type Demo, startDemo } from "./demo.ts";

/** A simulator in the hands of the test, and a demo that talks to it as if there were a real account behind it. */
export interface OwnSimulator {
  readonly simulator: Simulator;
  readonly demo: Demo;
  readonly address: string;
}

/** Starts both; they end with the test. Nobody is logged in. */
export async function startWithOwnSimulator(options: StartOptions = {}): Promise<OwnSimulator> {
  const simulator = await startSimulator({ seed: 11, ...options });
  const demo = startDemo(["--port", "0"], {
    KITE_API_KEY: simulator.apiKey,
    KITE_API_SECRET: simulator.apiSecret,
    KITE_ENVIRONMENT: simulator.url,
  });
  const address = await addressOf(demo);
  simulator.redirectUrl = `${address}/kite/callback`;
  onTestFinished(() => simulator.close());
  return { simulator, demo, address };
}
