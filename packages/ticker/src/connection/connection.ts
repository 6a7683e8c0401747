import type { Socket } from "../socket/socket.ts";
import type { ConnectionState, Reason, TickerStatus } from "../ticker-api.ts";
import { waitAfter } from "./backoff.ts";
import type { ConnectionHost } from "./connection-host.ts";
import { type Loss, lossOf } from "./loss.ts";
import { Watchdog } from "./watchdog.ts";

/** Life of this length, in ms, makes earlier failures history: a server may take connections and drop them at once. */
const proof = 10_000;

const replaced: Loss = { reason: "auth", detail: "the token was replaced" };

/** One connection that comes back by itself. Knows nothing of what is sent over it. */
export class Connection {
  readonly #host: ConnectionHost;
  readonly #watchdog: Watchdog;
  #status: TickerStatus = "idle";
  #loss: { readonly reason?: Reason; readonly detail?: string } = {};
  #since: number;
  #retryAt: Date | undefined;
  #failures = 0;
  #socket: Socket | undefined;
  #address: string | undefined;
  /** When it opened, on the clock of `now`; undefined while it is not open. */
  #openedAt: number | undefined;
  #wasOpen = false;
  /**
   * Grows whenever a socket is made or left: one that was left cannot speak for its successor. It also shows that a listener has
   * stopped the connection in the middle of a step, whenever something is told before the step is done.
   */
  #generation = 0;
  #cancelTimer: () => void = () => {};

  constructor(host: ConnectionHost) {
    this.#host = host;
    this.#since = host.clock.date();
    this.#watchdog = new Watchdog(
      host.clock,
      host.limits.silence,
      () => this.#become("stale", { reason: "idle", detail: `no frame for ${host.limits.silence} ms` }),
      () => this.#fail({ reason: "idle", detail: `no frame for ${host.limits.silence} ms` }),
    );
  }

  /** True from `start` to `stop`, whatever happens to the socket. */
  get isRunning(): boolean {
    return this.#status !== "idle" && this.#status !== "closed";
  }

  get isOpen(): boolean {
    return this.#openedAt !== undefined;
  }

  state(instruments: number): ConnectionState {
    return {
      status: this.#status,
      reason: this.#loss.reason,
      detail: this.#loss.detail,
      since: new Date(this.#since),
      instruments,
      failures: this.#failuresNow(),
      retryAt: this.#retryAt,
    };
  }

  start(): void {
    if (this.#status !== "idle") return;
    this.#loss = {};
    this.#attempt();
  }

  /** Tries at once where a try waits, and leaves an address that is not the right one any more. */
  wake(): void {
    if (!this.isRunning || (this.#address !== undefined && this.#address === this.#host.address())) return;
    if (!this.isOpen) this.#leave();
    else if (!this.#lose(replaced)) return;
    this.#attempt();
  }

  /** Ends the connection: until `start`, or for good. */
  stop(status: "idle" | "closed", loss: Loss): void {
    if (this.#status === "closed") return;
    this.#leave();
    this.#failures = 0;
    this.#wasOpen = false;
    this.#become(status, loss);
  }

  send(message: string): void {
    if (this.isOpen) this.#socket?.send(message);
  }

  #attempt(): void {
    const { clock, limits, openSocket } = this.#host;
    this.#cancelTimer();
    this.#retryAt = undefined;
    const address = this.#host.address();
    const status = this.#wasOpen || this.#failures > 0 ? "reconnecting" : "connecting";
    if (address === undefined) {
      this.#become(status, { reason: "auth", detail: "waits for a token" });
      return;
    }
    this.#address = address;
    this.#generation += 1;
    const generation = this.#generation;
    this.#cancelTimer = clock.after(limits.connectTimeout, () =>
      this.#fail({ reason: "network", detail: `no handshake within ${limits.connectTimeout} ms` }),
    );
    this.#become(status, this.#loss);
    if (generation !== this.#generation) return;
    const whileMine =
      <Given extends unknown[]>(act: (...given: Given) => void) =>
      (...given: Given) => {
        if (generation === this.#generation) act(...given);
      };
    try {
      this.#socket = openSocket(address, {
        opened: whileMine(() => this.#open(generation)),
        alive: whileMine(() => this.#alive()),
        binary: whileMine((frame: Uint8Array) => {
          this.#alive();
          this.#host.binary(frame);
        }),
        text: whileMine((message: string) => {
          this.#alive();
          this.#host.text(message);
        }),
        ended: whileMine((end) => this.#fail(lossOf(end))),
      });
    } catch (error) {
      // A page from https: learns this way that it may not open ws:. The text of the error holds the address.
      this.#fail({ reason: "network", detail: (error as Error).name });
    }
  }

  #open(generation: number): void {
    this.#cancelTimer();
    this.#openedAt = this.#host.clock.now();
    this.#wasOpen = true;
    this.#watchdog.start();
    this.#host.opened();
    if (generation === this.#generation) this.#become("live", {});
  }

  #alive(): void {
    if (this.#watchdog.heard()) this.#become("live", {});
  }

  #fail(loss: Loss): void {
    this.#failures = this.#failuresNow() + 1;
    if (!this.#lose(loss)) return;
    const { address, clock, exhausted, limits, random } = this.#host;
    if (this.#failures > limits.maxRetries) {
      exhausted(loss);
      return;
    }
    if (address() !== undefined) {
      const wait = waitAfter(loss, this.#failures, limits.backoff, random);
      this.#retryAt = new Date(clock.date() + wait);
      this.#cancelTimer = clock.after(wait, () => this.#attempt());
    }
    this.#become("reconnecting", loss);
  }

  /** Lets go of the socket and tells of it; false when a listener has started or stopped something meanwhile. */
  #lose(loss: Loss): boolean {
    const wasOpen = this.isOpen;
    this.#leave();
    const generation = this.#generation;
    this.#loss = loss;
    this.#host.lost(loss, wasOpen);
    return generation === this.#generation;
  }

  /** Lets go of the socket and of every timer. */
  #leave(): void {
    this.#generation += 1;
    this.#socket?.drop();
    this.#socket = undefined;
    this.#address = undefined;
    this.#openedAt = undefined;
    this.#retryAt = undefined;
    this.#watchdog.stop();
    this.#cancelTimer();
  }

  #failuresNow(): number {
    const openedAt = this.#openedAt;
    return openedAt !== undefined && this.#host.clock.now() - openedAt >= proof ? 0 : this.#failures;
  }

  #become(status: TickerStatus, loss: { readonly reason?: Reason; readonly detail?: string }): void {
    if (status !== this.#status) this.#since = this.#host.clock.date();
    this.#status = status;
    this.#loss = loss;
    this.#host.changed();
  }
}
