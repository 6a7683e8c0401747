import { Connection } from "../connection/connection.ts";
import type { ConnectionHost } from "../connection/connection-host.ts";
import type { Loss } from "../connection/loss.ts";
import type { ConnectionState, Gap, Mode, Reason } from "../ticker-api.ts";
import { messagesTo } from "./messages.ts";

/** Share of the room of fewer connections that may be filled when one is given up: at the border it would come and go. */
const slack = 0.9;

export interface PoolLimits {
  readonly connections: number;
  readonly instrumentsPerConnection: number;
  /** Milliseconds that a connection which is not needed any more is kept. */
  readonly linger: number;
}

/** What the pool's connections share, and whom the pool tells. */
export interface PoolHost extends Omit<ConnectionHost, "opened" | "binary" | "text" | "lost"> {
  binary(frame: Uint8Array, arrival: number): void;
  /** `isFirst`: it came over the first open connection, so that what all of them bring can be told once. */
  text(message: string, isFirst: boolean): void;
  opened(isBack: boolean): void;
  lost(loss: Loss, wasOpen: boolean): void;
  gap(gap: Gap): void;
}

interface Lane {
  readonly connection: Connection;
  /** What is asked for, which outlives the socket. */
  readonly wanted: Map<number, Mode>;
  /** What the server was told on the open socket. */
  readonly told: Map<number, Mode>;
  /** Epoch ms of the last message. */
  heard: number;
  /** Why it was lost, until it stands again. */
  lostFor: Reason | undefined;
}

const asked: Loss = { reason: "asked", detail: "not needed" };

/** Spreads instruments over connections, opens them when they are needed and brings back what was subscribed. */
export class Pool {
  readonly limits: PoolLimits;
  readonly #host: PoolHost;
  readonly #lanes: Lane[] = [];
  #isKept = false;
  #isFlushing = false;
  #isClosed = false;
  #isSettling = false;
  #cancelSettling: () => void = () => {};

  constructor(host: PoolHost, limits: PoolLimits) {
    this.#host = host;
    this.limits = limits;
  }

  /** Instruments that are asked for. */
  get size(): number {
    return this.#lanes.reduce((sum, { wanted }) => sum + wanted.size, 0);
  }

  /** The connections that are in use. */
  states(): ConnectionState[] {
    return this.#lanes
      .map(({ connection, wanted }) => connection.state(wanted.size))
      .filter(({ status }) => status !== "idle");
  }

  /** Asks for an instrument in a mode, or with `undefined` for nothing more of it. Instruments over the capacity are refused before. */
  want(token: number, mode: Mode | undefined): void {
    const lane = this.#lanes.find(({ wanted }) => wanted.has(token));
    if (mode === undefined) lane?.wanted.delete(token);
    else (lane ?? this.#laneWithRoom()).wanted.set(token, mode);
    this.#flushSoon();
  }

  /** Keeps one connection without instruments: order updates come over any. */
  keep(isKept: boolean): void {
    this.#isKept = isKept;
    this.#flushSoon();
  }

  /** Makes waiting connections try now, with the address of this moment. */
  wake(): void {
    for (const { connection } of [...this.#lanes]) connection.wake();
  }

  close(loss: Loss): void {
    this.#isClosed = true;
    this.#cancelSettling();
    for (const { connection } of this.#lanes) connection.stop("closed", loss);
  }

  #laneWithRoom(): Lane {
    const room = this.limits.instrumentsPerConnection;
    // One that is open already comes first: an empty one between two may be about to close.
    const open = this.#lanes.filter(({ wanted }) => wanted.size < room);
    return open.find(({ connection }) => connection.isOpen) ?? open[0] ?? this.#newLane();
  }

  #newLane(): Lane {
    const host = this.#host;
    const connection = new Connection({
      ...host,
      opened: () => this.#opened(lane),
      binary: (frame) => {
        lane.heard = host.clock.date();
        host.binary(frame, lane.heard);
      },
      text: (message) => {
        lane.heard = host.clock.date();
        host.text(message, lane === this.#lanes.find((other) => other.connection.isOpen));
      },
      lost: (loss, wasOpen) => {
        if (wasOpen) lane.lostFor ??= loss.reason;
        host.lost(loss, wasOpen);
      },
    });
    const lane: Lane = { connection, wanted: new Map(), told: new Map(), heard: 0, lostFor: undefined };
    this.#lanes.push(lane);
    return lane;
  }

  #opened(lane: Lane): void {
    const { lostFor: reason, heard } = lane;
    lane.heard = this.#host.clock.date();
    lane.lostFor = undefined;
    lane.told.clear();
    this.#send(lane);
    this.#host.opened(reason !== undefined);
    if (reason) this.#tellGap(reason, heard, lane.heard, [...lane.wanted.keys()]);
    this.#settleLater();
  }

  #send({ connection, wanted, told }: Lane): void {
    if (!connection.isOpen) return;
    for (const message of messagesTo(wanted, told)) connection.send(message);
  }

  #tellGap(reason: Reason, from: number, to: number, tokens: readonly number[]): void {
    this.#host.gap({ from: new Date(from), to: new Date(to), reason, tokens });
  }

  /** What is asked for in one turn leaves together. */
  #flushSoon(): void {
    if (this.#isFlushing || this.#isClosed) return;
    this.#isFlushing = true;
    queueMicrotask(() => {
      this.#isFlushing = false;
      if (!this.#isClosed) this.#flush();
    });
  }

  #flush(): void {
    if (this.#isKept && this.#lanes.length === 0) this.#newLane();
    for (const lane of [...this.#lanes]) {
      if (this.#isNeeded(lane)) lane.connection.start();
      this.#send(lane);
    }
    this.#settleLater();
  }

  #isNeeded(lane: Lane): boolean {
    if (lane.wanted.size > 0) return true;
    return this.#isKept && this.size === 0 && lane === (this.#running()[0] ?? this.#lanes[0]);
  }

  #running(): Lane[] {
    return this.#lanes.filter(({ connection }) => connection.isRunning);
  }

  #settleLater(): void {
    if (!this.#surplus()) this.#cancelSettling();
    // One that waits goes on: in a program that always changes something, none would ever end.
    else if (!this.#isSettling) {
      this.#isSettling = true;
      const cancel = this.#host.clock.after(this.limits.linger, () => this.#settle());
      this.#cancelSettling = () => {
        cancel();
        this.#isSettling = false;
      };
    }
  }

  /** The connection that could be given up: an empty one, or the smallest when the others have room for its instruments. */
  #surplus(): Lane | undefined {
    const running = this.#running();
    const empty = running.find((lane) => !this.#isNeeded(lane));
    if (empty || running.length < 2 || !running.every(({ connection }) => connection.isOpen)) return empty;
    if (this.size > slack * (running.length - 1) * this.limits.instrumentsPerConnection) return undefined;
    return running.reduce((smallest, lane) => (lane.wanted.size <= smallest.wanted.size ? lane : smallest));
  }

  #settle(): void {
    this.#isSettling = false;
    const lane = this.#surplus();
    if (!lane) return;
    const moved = [...lane.wanted];
    lane.wanted.clear();
    lane.lostFor = undefined;
    lane.connection.stop("idle", asked);
    if (this.#isClosed) return;
    for (const [token, mode] of moved) this.#laneWithRoom().wanted.set(token, mode);
    this.#flush();
    // Ticks between the two messages are lost: less than a round trip, but not nothing.
    const now = this.#host.clock.date();
    const tokens = moved.map(([token]) => token);
    if (tokens.length > 0) this.#tellGap("asked", now, now, tokens);
  }
}
