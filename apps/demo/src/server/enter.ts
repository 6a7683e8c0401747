import type { Gateway } from "@kite/gateway";

/**
 * Goes through the gateway's login for a browser that need not ask anybody: on the simulated exchange there is no password. Gives the
 * Set-Cookie lines that sign it in. Throws when the login fails.
 */
export async function enter(gateway: Gateway, origin: string, newToken: () => Promise<string>): Promise<string[]> {
  const started = await gateway(new Request(`${origin}${gateway.path}/login`));
  const page = new URL(started.headers.get("location") ?? "");
  const { state = "" } = Object.fromEntries(new URLSearchParams(page.searchParams.get("redirect_params") ?? ""));
  const query = new URLSearchParams({ status: "success", request_token: await newToken(), state });
  const cookie = started.headers.getSetCookie().map((line) => line.split(";", 1)[0]);
  const back = new Request(`${origin}${gateway.path}/callback?${query}`, { headers: { cookie: cookie.join("; ") } });
  const ended = await gateway(back);
  if (ended.status !== 303) throw new Error(`the login was answered with ${ended.status}`);
  return ended.headers.getSetCookie();
}
