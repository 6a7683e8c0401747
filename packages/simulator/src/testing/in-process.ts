import type { Simulator } from "../simulator.ts";
import { exchangeForm } from "./caller.ts";

/** Signs in without a network, and gives back a way to ask. */
export async function askInProcess(simulator: Simulator): Promise<(path: string) => Promise<Response>> {
  const { request_token } = await simulator.login();
  const body = new URLSearchParams(exchangeForm(simulator, request_token));
  const answer = await simulator.fetch("http://x/session/token", { method: "POST", body });
  const { access_token } = (await answer.json()).data;
  const headers = { authorization: `token ${simulator.apiKey}:${access_token}` };
  return (path) => simulator.fetch(`http://x${path}`, { headers });
}
