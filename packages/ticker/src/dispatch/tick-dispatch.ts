import { Arrivals } from "../decode/arrivals.ts";
import { decodeFrame } from "../decode/decode-frame.ts";
import { FrameTimes } from "../decode/frame-times.ts";
import { LiveTicks } from "../decode/live-ticks.ts";
import { plainTick } from "../decode/plain-tick.ts";
import { type Divisors, divisorOf } from "../decode/segment.ts";
import type { Tick } from "../decode/tick.ts";
import { type FrameProblem, walkFrame } from "../decode/walk-frame.ts";
import type { TickReader } from "../reading/tick-reader.ts";
import { streamError } from "../stream/errors.ts";
import type { StreamEvents } from "../stream/stream-events.ts";
import type { TickerStats } from "../ticker-api.ts";
import { lagOf } from "./lag.ts";
import type { TickReaders } from "./tick-readers.ts";

/** A heartbeat has one byte; a frame without packets two zeros. */
const EMPTY = 2;

export interface TickDispatchOptions {
  readonly events: StreamEvents;
  readonly keepLatest: boolean;
  readonly divisors: Divisors | undefined;
  readonly readers: TickReaders;
}

type Counts = {
  -readonly [Name in "frames" | "heartbeats" | "bytes" | "ticks" | "problems" | "lag"]: TickerStats[Name];
};

/** Brings frames to those who want them, in the form they want, and makes nothing that nobody wants. */
export class TickDispatch {
  readonly live: LiveTicks | undefined;
  readonly #options: TickDispatchOptions;
  /** Where nothing is kept of an instrument but this. */
  readonly #arrivals = new Arrivals();
  readonly #times = new FrameTimes();
  readonly #reported = new Set<string>();
  readonly #counts: Counts = { frames: 0, heartbeats: 0, bytes: 0, ticks: 0, problems: 0, lag: undefined };

  constructor(options: TickDispatchOptions) {
    this.#options = options;
    if (options.keepLatest) this.live = new LiveTicks({ divisors: options.divisors });
  }

  /** Takes a binary message that came at `arrival`, epoch ms. */
  frame(frame: Uint8Array, arrival: number): void {
    this.#counts.bytes += frame.byteLength;
    if (frame.byteLength <= EMPTY) {
      this.#counts.heartbeats += 1;
      return;
    }
    this.#counts.frames += 1;
    this.#measureLag(lagOf(frame, arrival));
    this.#keep(frame, arrival);
    const { events } = this.#options;
    if (events.has("frame")) events.emit("frame", frame);
    if (events.has("ticks")) this.#tellTogether(frame);
    else this.#tellEach(frame);
  }

  /** When the last tick of an instrument came, epoch ms. */
  arrivalOf(token: number): number | undefined {
    return (this.live ?? this.#arrivals).heardAt(token);
  }

  /** Forgets an instrument that nobody asks for any more. */
  forget(token: number): void {
    this.#arrivals.delete(token);
    this.live?.delete(token);
  }

  stats(): Readonly<Counts> {
    return { ...this.#counts };
  }

  #keep(frame: Uint8Array, arrival: number): void {
    const problems = this.live
      ? this.live.update(frame, undefined, arrival)
      : walkFrame(frame, (view, offset) => this.#arrivals.note(view.getUint32(offset), arrival));
    this.#counts.ticks += announced(frame) - problems.reduce((sum, { packets }) => sum + packets, 0);
    this.#report(problems);
  }

  #tellTogether(frame: Uint8Array): void {
    const { events, divisors, readers } = this.#options;
    const { ticks } = decodeFrame(frame, { divisors, times: this.#times });
    if (ticks.length === 0) return;
    events.emit("ticks", ticks);
    const each = events.has("tick");
    if (!each && readers.isEmpty) return;
    for (const tick of ticks) {
      if (each) events.emit("tick", tick);
      this.#push(readers.of(tick.instrument_token), tick);
    }
  }

  /** Tells of each tick before it makes the next, so that they can go as they came; and makes none that nobody reads. */
  #tellEach(frame: Uint8Array): void {
    const { events, divisors, readers: all } = this.#options;
    const each = events.has("tick");
    if (!each && all.isEmpty) return;
    walkFrame(frame, (view, offset, length) => {
      const token = view.getUint32(offset);
      const readers = all.isEmpty ? undefined : all.of(token);
      if (!each && !readers) return;
      const tick = plainTick(view, offset, length, divisorOf(token, divisors), this.#times);
      if (each) events.emit("tick", tick);
      this.#push(readers, tick);
    });
  }

  #push(readers: readonly TickReader<Tick>[] | undefined, tick: Tick): void {
    if (readers) for (const reader of readers) reader.push(tick);
  }

  #measureLag(last: number | undefined): void {
    if (last === undefined) return;
    this.#counts.lag = { last, longest: Math.max(last, this.#counts.lag?.longest ?? last) };
  }

  #report(problems: readonly FrameProblem[]): void {
    for (const { kind, length, packets } of problems) {
      this.#counts.problems += Math.max(1, packets);
      const what = kind === "unknown-length" ? `packets of ${length} bytes` : kind.replace("-", " ");
      if (this.#reported.has(what)) continue;
      this.#reported.add(what);
      const message = `a frame could not be read completely: ${what}; the rest of it was. Told once`;
      this.#options.events.report(streamError("MalformedAnswer", message));
    }
  }
}

/** Packets that a frame announces. */
const announced = (frame: Uint8Array): number => ((frame[0] ?? 0) << 8) | (frame[1] ?? 0);
