import type { EnvironmentName } from "../../shared/demo-api.ts";
import { DemoServerError, enter, expireSessions, readAbout } from "./demo-server.ts";
import { gatewayPath, throughGateway } from "./kite.ts";

/**
 * - `logged-out`: nobody has logged in, or somebody logged out
 * - `expired`: somebody was logged in, and the exchange has ended that, as it does at 06:00 IST
 */
type LoginState = "logged-in" | "logged-out" | "expired";

/** Who is logged in on this page, and where. */
export interface PageSession {
  readonly environment: EnvironmentName;
  readonly state: LoginState;
}

// survives a reload, and the way to the login page and back
const wasLoggedIn = "kite-demo-logged-in";
// of all tabs, epoch milliseconds: who has left wants to be asked who they are
const leftAt = "kite-demo-left";

/**
 * Asks who is logged in. On the simulated exchange somebody is at once, and again after the server was started anew, unless they have
 * left. Throws `DemoServerError` when the demo's server does not answer.
 */
export async function readSession(signal: AbortSignal): Promise<PageSession> {
  const began = Date.now();
  const [{ environment }, isSignedInHere] = await Promise.all([readAbout(signal), isSignedIn(signal)]);
  const isIn = isSignedInHere || (await goIn(environment, signal));
  if (isIn) {
    sessionStorage.setItem(wasLoggedIn, "yes");
    // what is known of the time before somebody left says nothing
    if (Number(localStorage.getItem(leftAt)) < began) localStorage.removeItem(leftAt);
  }
  const state = isIn ? "logged-in" : sessionStorage.getItem(wasLoggedIn) ? "expired" : "logged-out";
  return { environment, state };
}

/** Ends the session, here and at the exchange. Throws `DemoServerError` when it goes on. */
export async function logOut(): Promise<void> {
  await leave(async () => {
    const { ok, status } = await throughGateway(`${gatewayPath}/logout`, { method: "POST" });
    // whoever is not signed in any more has what they wanted
    if (!ok && status !== 403) throw noAnswer(status);
  });
  sessionStorage.removeItem(wasLoggedIn);
}

/** Ends the sessions of everybody, as 06:00 IST does; on the simulated exchange alone. */
export const letExpire = (): Promise<void> =>
  leave(async () => {
    await expireSessions();
    // the gateway finds out when it asks for something
    await fetch(`${gatewayPath}/user/margins`);
  });

/** Where the login begins; it leads back to what is open now. */
export const loginAddress = (): string =>
  `${gatewayPath}/login?returnTo=${encodeURIComponent(location.pathname + location.hash)}`;

/** Notes it before, for tabs that find out while it happens, and after, for those that took that for the past. */
async function leave(end: () => Promise<void>): Promise<void> {
  localStorage.setItem(leftAt, String(Date.now()));
  await end();
  localStorage.setItem(leftAt, String(Date.now()));
}

async function goIn(environment: EnvironmentName, signal: AbortSignal): Promise<boolean> {
  if (environment !== "simulator" || localStorage.getItem(leftAt)) return false;
  await enter(signal);
  return true;
}

async function isSignedIn(signal: AbortSignal): Promise<boolean> {
  const response = await fetch(`${gatewayPath}/session`, { signal });
  if (!response.ok) throw noAnswer(response.status);
  const { data } = (await response.json()) as { data: { signed_in: boolean } };
  return data.signed_in;
}

const noAnswer = (status: number): DemoServerError =>
  new DemoServerError({
    ...{ code: "GatewayAnswer", status, message: `The gateway answered with HTTP ${status}.` },
    what_to_do: "Try again; if it stays like this, look at the terminal.",
  });
