import type { BrowserSession } from "../session/session.ts";
import { Account, type AccountOptions } from "./account.ts";

/** Milliseconds after which an account that nobody uses is forgotten: by then its counts of the day are history. */
const idle = 24 * 60 * 60_000;

/** The accounts of everybody who is signed in. */
export class Accounts {
  readonly #options: AccountOptions;
  readonly #accounts = new Map<string, Account>();

  constructor(options: AccountOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#accounts.size;
  }

  get tabs(): number {
    return [...this.#accounts.values()].reduce((sum, { tabs }) => sum + tabs, 0);
  }

  /** Gives the account of a session. */
  of(session: BrowserSession): Account {
    const known = this.#accounts.get(session.user_id);
    const account = known ?? new Account(this.#options, session);
    if (!known) {
      this.#forgetIdle();
      this.#accounts.set(session.user_id, account);
    }
    account.use(session);
    return account;
  }

  close(): void {
    for (const account of this.#accounts.values()) account.close();
    this.#accounts.clear();
  }

  #forgetIdle(): void {
    const now = this.#options.now();
    for (const [user_id, account] of this.#accounts) {
      if (account.tabs > 0 || now - account.usedAt < idle) continue;
      account.close();
      this.#accounts.delete(user_id);
    }
  }
}
