import { createHash } from "node:crypto";
import { createKite, type KiteClient } from "@kite/core";
import type { Simulator } from "@kite/simulator";

/** A signed-in client of the simulated exchange. */
export async function signIn(simulator: Simulator): Promise<KiteClient> {
  const { apiKey, apiSecret, environment } = simulator;
  const kite = createKite({ apiKey, environment, rateLimit: false, onSessionExpired: () => renew() });
  const renew = async () => {
    const { request_token } = await simulator.login();
    const checksum = createHash("sha256").update(`${apiKey}${request_token}${apiSecret}`).digest("hex");
    const { data } = await kite.send({
      endpoint: "session",
      method: "POST",
      path: "/session/token",
      form: { api_key: apiKey, request_token, checksum },
      authorised: false,
      secret: true,
    });
    return (data as { access_token: string }).access_token;
  };
  kite.session.setAccessToken(await renew());
  return kite;
}

/** Tokens of everything that the exchange lists. */
export async function listedTokens(kite: KiteClient): Promise<number[]> {
  const { data } = await kite.send({ endpoint: "instruments", method: "GET", path: "/instruments", accept: "csv" });
  const [, ...rows] = String(data).trim().split("\n");
  return rows.map((row) => Number(row.split(",", 1)[0]));
}
