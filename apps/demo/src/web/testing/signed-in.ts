import { generateSession } from "@kite/auth";
import { createKite, type KiteClient } from "@kite/core";
import { type Simulator, startSimulator } from "@kite/simulator";
import { onTestFinished } from "vitest";

/** A client that is logged in to a simulator of the test's own, as the page is through its gateway. */
export interface SignedIn {
  readonly simulator: Simulator;
  readonly kite: KiteClient;
}

/** Starts the simulator at noon of a trading day, and logs in. It ends with the test. */
export async function signedIn(): Promise<SignedIn> {
  const simulator = await startSimulator({ seed: 20, clock: () => Date.parse("2026-03-04T12:00:00+05:30") });
  onTestFinished(() => simulator.close());
  return { simulator, kite: await clientOf(simulator) };
}

/** Logs in to a simulator, without the page and its gateway. */
export async function clientOf(simulator: Simulator): Promise<KiteClient> {
  const { apiKey, apiSecret, environment } = simulator;
  // the simulator has no rate limits of its own, and a test has no second to lose
  const kite = createKite({ apiKey, environment, rateLimit: false });
  const { request_token } = await simulator.login();
  await generateSession(kite, { request_token, api_secret: apiSecret });
  return kite;
}
