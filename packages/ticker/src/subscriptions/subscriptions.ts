import { invalidInput } from "@kite/core";
import type { Clock } from "../connection/clock.ts";
import type { Engine } from "../engine/engine.ts";
import type { InstrumentRef, Mode, StaleInstrument, SubscribeOptions, Subscription } from "../ticker-api.ts";
import { Claims } from "./claims.ts";
import type { PoolLimits } from "./pool.ts";
import { Staleness } from "./staleness.ts";
import { tokensOf } from "./tokens.ts";

export interface SubscriptionsOptions {
  readonly engine: Pick<Engine, "want" | "arrivalOf" | "forget">;
  readonly limits: Omit<PoolLimits, "linger">;
  readonly clock: Clock;
  readonly onStale: (stale: StaleInstrument) => void;
}

/** What a program asks for, turned into what the connections are told. */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #claims = new Claims();
  readonly #watches = new Set<Staleness>();

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
  }

  subscribe(instruments: Iterable<InstrumentRef>, options: SubscribeOptions = {}): Subscription {
    const tokens = tokensOf(instruments, "subscribe");
    let mode = checkedMode(options.mode ?? "quote", "subscribe");
    requireMilliseconds(options.staleAfter);
    this.#requireRoom(tokens);
    const owner = {};
    for (const token of tokens) {
      // A tick may have been on its way when the last one let go of it.
      if (!this.#claims.has(token)) this.#options.engine.forget(token);
      this.#claims.add(token, owner, mode);
      this.#apply(token);
    }
    const held = () => tokens.filter((token) => this.#claims.holds(token, owner));
    const watch = this.#watch(held, options.staleAfter);
    const close = () => {
      watch?.close();
      if (watch) this.#watches.delete(watch);
      for (const token of held()) {
        this.#claims.remove(token, owner);
        this.#apply(token);
      }
    };
    return {
      get tokens() {
        return held();
      },
      get mode() {
        return mode;
      },
      setMode: (next) => {
        mode = checkedMode(next, "setMode");
        for (const token of held()) {
          this.#claims.add(token, owner, mode);
          this.#apply(token);
        }
      },
      close,
      [Symbol.dispose]: close,
    };
  }

  /** True for an instrument that somebody asks for. */
  has(token: number): boolean {
    return this.#claims.has(token);
  }

  unsubscribe(instruments: Iterable<InstrumentRef>): void {
    for (const token of tokensOf(instruments, "unsubscribe")) {
      this.#claims.clear(token);
      this.#apply(token);
    }
  }

  setMode(instruments: Iterable<InstrumentRef>, mode: Mode): void {
    checkedMode(mode, "setMode");
    const tokens = tokensOf(instruments, "setMode");
    const stranger = tokens.find((token) => !this.#claims.has(token));
    if (stranger !== undefined) throw invalidInput("instruments", `${stranger} is not subscribed`, "setMode");
    for (const token of tokens) {
      this.#claims.setMode(token, mode);
      this.#apply(token);
    }
  }

  close(): void {
    for (const watch of this.#watches) watch.close();
    this.#watches.clear();
  }

  #apply(token: number): void {
    const mode = this.#claims.mode(token);
    this.#options.engine.want(token, mode);
    if (mode === undefined) this.#options.engine.forget(token);
  }

  #watch(tokens: () => readonly number[], staleAfter: number | undefined): Staleness | undefined {
    if (staleAfter === undefined) return undefined;
    const { clock, engine, onStale } = this.#options;
    const watch = new Staleness(clock, staleAfter, tokens, (token) => engine.arrivalOf(token), onStale);
    this.#watches.add(watch);
    return watch;
  }

  #requireRoom(tokens: readonly number[]): void {
    const { connections, instrumentsPerConnection } = this.#options.limits;
    const total = this.#claims.size + tokens.filter((token) => !this.#claims.has(token)).length;
    if (total <= connections * instrumentsPerConnection) return;
    throw invalidInput(
      "instruments",
      `${total} would be subscribed, and ${connections} connections of ${instrumentsPerConnection} instruments each carry ${connections * instrumentsPerConnection}`,
      "subscribe",
    );
  }
}

function requireMilliseconds(staleAfter: unknown): void {
  if (staleAfter === undefined || (typeof staleAfter === "number" && staleAfter > 0)) return;
  throw invalidInput("staleAfter", `must be a number of milliseconds above 0, got ${String(staleAfter)}`, "subscribe");
}

const checkedMode = (mode: unknown, endpoint: string): Mode => {
  const modes = ["ltp", "quote", "full"] as const;
  if (modes.includes(mode as Mode)) return mode as Mode;
  throw invalidInput("mode", `must be one of ${modes.join(", ")}, got ${String(mode)}`, endpoint);
};
