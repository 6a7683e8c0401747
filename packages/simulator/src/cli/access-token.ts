import { createHash } from "node:crypto";
import type { Simulator } from "../simulator.ts";

/** Signs the first user in, and gives the access token. */
export async function signIn(simulator: Simulator): Promise<string> {
  const { apiKey, apiSecret } = simulator;
  const { request_token } = await simulator.login();
  const checksum = createHash("sha256")
    .update(apiKey + request_token + apiSecret)
    .digest("hex");
  const body = new URLSearchParams({ api_key: apiKey, request_token, checksum });
  const response = await simulator.fetch(`${simulator.url}/session/token`, { method: "POST", body });
  const { data } = (await response.json()) as { readonly data: { readonly access_token: string } };
  return data.access_token;
}
