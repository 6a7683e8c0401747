import type { KiteClient } from "@kite/core";
import { openSocket } from "#socket";
import { Account } from "../connection/account.ts";
import type { Clock } from "../connection/clock.ts";
import type { ConnectionLimits } from "../connection/connection-host.ts";
import type { Loss } from "../connection/loss.ts";
import type { LiveTick } from "../decode/live-tick.ts";
import type { Divisors } from "../decode/segment.ts";
import { TickDispatch } from "../dispatch/tick-dispatch.ts";
import type { TickReaders } from "../dispatch/tick-readers.ts";
import type { OrderStream } from "../order-book/order-stream.ts";
import { streamError } from "../stream/errors.ts";
import type { StreamEvents } from "../stream/stream-events.ts";
import { tellText } from "../stream/tell-text.ts";
import { Pool, type PoolLimits } from "../subscriptions/pool.ts";
import type { ConnectionState, Mode, TickerStats } from "../ticker-api.ts";

/** What the connecting half of a ticker works with, and whom it tells. */
export interface EngineOptions {
  readonly kite: KiteClient;
  readonly clock: Clock;
  readonly random: () => number;
  /** Where the stream is, without the account. */
  readonly root: string;
  readonly userId: string | undefined;
  readonly divisors: Divisors | undefined;
  readonly keepLatest: boolean;
  readonly limits: ConnectionLimits & PoolLimits;
  readonly events: StreamEvents;
  readonly orders: Pick<OrderStream, "opened" | "receive">;
  readonly readers: TickReaders;
  /** Called when a connection is in another state. */
  readonly changed: () => void;
  /** Called when no try is left: `maxRetries` are used up, or a gateway knows nobody. */
  readonly exhausted: (loss: Loss) => void;
}

/** The half of a ticker that is needed from the first connection on: the connections, and what reads that which comes over them. */
export class Engine {
  readonly #options: EngineOptions;
  readonly #account: Account;
  readonly #dispatch: TickDispatch;
  readonly #pool: Pool;
  #texts = 0;
  #reconnects = 0;

  constructor(options: EngineOptions) {
    const { clock, events, kite, limits, root, userId } = options;
    this.#options = options;
    this.#account = new Account({
      ...{ kite, root, clock, userId },
      onError: (error) => events.report(error),
      wake: () => this.#pool.wake(),
    });
    this.#dispatch = new TickDispatch(options);
    this.#pool = new Pool(
      {
        clock,
        openSocket,
        limits,
        random: options.random,
        address: () => this.#account.address(),
        changed: options.changed,
        opened: (isBack) => this.#opened(isBack),
        lost: (loss, wasOpen) => this.#lost(loss, wasOpen),
        exhausted: options.exhausted,
        binary: (frame, arrival) => events.guard(() => this.#dispatch.frame(frame, arrival)),
        text: (text, isFirst) => events.guard(() => this.#text(text, isFirst)),
        gap: (gap) => events.emit("gap", gap),
      },
      limits,
    );
  }

  /** The connections that are in use. */
  states(): ConnectionState[] {
    return this.#pool.states();
  }

  want(token: number, mode: Mode | undefined): void {
    this.#pool.want(token, mode);
  }

  keep(isKept: boolean): void {
    this.#pool.keep(isKept);
  }

  latest(token: number): LiveTick | undefined {
    return this.#dispatch.live?.latest(token);
  }

  arrivalOf(token: number): number | undefined {
    return this.#dispatch.arrivalOf(token);
  }

  forget(token: number): void {
    this.#dispatch.forget(token);
  }

  stats(): Omit<TickerStats, "dropped"> {
    return { ...this.#dispatch.stats(), texts: this.#texts, reconnects: this.#reconnects };
  }

  close(end: Loss): void {
    this.#account.close();
    this.#pool.close(end);
  }

  #opened(isBack: boolean): void {
    this.#account.accepted();
    if (isBack) this.#reconnects += 1;
    this.#options.orders.opened(isBack);
  }

  #lost(loss: Loss, wasOpen: boolean): void {
    const { reason, detail, isRefused, isUnexplained } = loss;
    if (isRefused) this.#refused(loss);
    if (isUnexplained && !wasOpen) this.#account.unexplained();
    if (reason === "limit") {
      const message = `the server has enough connections of this account (${detail}); the next try waits a quarter of a minute or more`;
      this.#options.events.report(streamError("HttpError", message, { status: 429 }));
    }
  }

  #refused(loss: Loss): void {
    // Behind a gateway the ticker holds no token that could be replaced.
    if (this.#options.kite.apiKey === undefined) this.#options.exhausted(loss);
    else this.#account.refused(loss.detail);
  }

  #text(text: string, isFirst: boolean): void {
    this.#texts += 1;
    tellText(this.#options.events, (payload) => this.#options.orders.receive(payload), text, isFirst);
  }
}
