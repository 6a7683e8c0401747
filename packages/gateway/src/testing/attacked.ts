import type { GatewayOptions } from "../options.ts";
import type { Browser } from "./browser.ts";
import { type Mounted, mounted } from "./mounted.ts";

const everything = { orders: true, portfolio: true, gtt: true, alerts: true, mf: true } as const;

/** A gateway that allows everything, with somebody signed in. */
export interface Attacked extends Mounted {
  readonly victim: Browser;
  /** Requests that reached Kite since the login. */
  since(): string[];
}

/** Starts a gateway that is worth attacking. */
export async function attacked(options: Partial<GatewayOptions> = {}): Promise<Attacked> {
  const all = await mounted({ allow: everything, ...options });
  const victim = await all.signedIn();
  const before = all.reached().length;
  return { ...all, victim, since: () => all.reached().slice(before) };
}
