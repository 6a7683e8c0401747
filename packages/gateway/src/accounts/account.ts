import { createBudget, isKiteError, type Kite, type RateBudget, type SafeClient } from "@kite/core";
import { createTicker } from "@kite/ticker";
import type { KiteAnswer } from "../proxy/kite-answer.ts";
import { SharedReads } from "../proxy/shared-reads.ts";
import type { BrowserSession } from "../session/session.ts";
import { sessionOver } from "../session/session-over.ts";
import { Relay, type RelayOptions } from "../stream/relay.ts";

export interface AccountOptions extends Omit<RelayOptions, "ticker" | "onRefused"> {
  /** Makes a client of the app with the account's budget. */
  readonly newClient: (accessToken: string, budget: RateBudget) => Kite<object, SafeClient>;
  /** The gateway's mount, for messages. */
  readonly path: string;
}

/** What all browsers of one Kite account share: the rate budget, reads under way, and one stream. */
export class Account {
  readonly budget: RateBudget = createBudget();
  readonly reads: SharedReads<KiteAnswer>;
  /** Epoch ms. */
  usedAt = 0;
  readonly #options: AccountOptions;
  readonly #kite: Kite<object, SafeClient>;
  #signedInAt: number;
  /** The latest token that Kite refused: asking again would only be noise. */
  #deadToken: string | undefined;
  #relay: Relay | undefined;

  constructor(options: AccountOptions, { accessToken, signedInAt }: BrowserSession) {
    this.#options = options;
    this.reads = new SharedReads(options.now);
    this.#kite = options.newClient(accessToken, this.budget);
    this.#signedInAt = signedInAt;
  }

  /** Open streams of browsers. */
  get tabs(): number {
    return this.#relay?.tabs ?? 0;
  }

  /** Takes note of a session in use: the stream runs on the token of the latest login that is alive. */
  use(session: BrowserSession): void {
    this.usedAt = this.#options.now();
    const isNewer = session.signedInAt > this.#signedInAt;
    if ((isNewer || this.#kite.session.accessToken === this.#deadToken) && !this.isOver(session)) this.#runOn(session);
  }

  /** True for a session whose token Kite has refused. */
  isOver({ accessToken }: BrowserSession): boolean {
    return accessToken === this.#deadToken;
  }

  /** Throws 403 for a session whose token Kite has refused. */
  requireLiving(session: BrowserSession): void {
    if (this.isOver(session)) throw sessionOver(this.#options.path);
  }

  /** Takes note that a token is dead: its tabs are told, and the stream goes on with the token of another tab, or ends. */
  tokenEnded(accessToken: string): void {
    this.#deadToken = accessToken;
    this.#relay?.endSessions(({ accessToken: own }) => own === accessToken);
    if (this.#kite.session.accessToken !== accessToken) return;
    const heir = this.#relay?.anySession();
    if (heir) this.#runOn(heir);
    else this.#closeRelay();
  }

  /** Ends the streams of all browsers of this account. */
  endTabs(): void {
    this.#relay?.endSessions(() => true);
  }

  /** The stream, opened when the first tab wants it. */
  get relay(): Relay {
    this.#relay ??= new Relay({
      ...this.#options,
      // Tabs decode for themselves; here it is only handed on.
      ticker: createTicker(this.#kite, { keepLatest: false, onWarning: () => {} }),
      onRefused: () => void this.#verify(),
    });
    return this.#relay;
  }

  close(): void {
    this.#relay?.close();
    this.#closeRelay();
  }

  #runOn({ accessToken, signedInAt }: BrowserSession): void {
    this.#signedInAt = signedInAt;
    if (this.#kite.session.accessToken !== accessToken) this.#kite.session.setAccessToken(accessToken);
  }

  #closeRelay(): void {
    this.#relay?.end();
    this.#relay = undefined;
  }

  /** A refused stream can also mean a plan without market data: a read tells which it is. */
  async #verify(): Promise<void> {
    const { accessToken } = this.#kite.session;
    if (accessToken === undefined) return;
    try {
      await this.#kite.send({ endpoint: "gateway", method: "GET", path: "/user/profile" });
    } catch (error) {
      if (isKiteError(error, "TokenException")) this.tokenEnded(accessToken);
    }
  }
}
