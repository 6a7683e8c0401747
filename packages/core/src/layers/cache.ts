import QuickLRU from "quick-lru";
import { invalidInput } from "../input.ts";
import type { Layer, Plan, Send, WireResponse } from "../request.ts";
import { untilAborted } from "../signal.ts";
import { stopped } from "../stopped.ts";
import { queryText } from "../url.ts";

export interface CacheOptions {
  /** Milliseconds an answer is kept, for endpoints that do not say otherwise themselves. Default 1000. */
  readonly ttl?: number;
  /** Milliseconds by endpoint id, above all else; 0 never keeps it: `{ getProfile: 3_600_000 }`. */
  readonly ttlFor?: Readonly<Record<string, number>>;
  /** Most answers kept; the least recently used go first. Default 500. */
  readonly maxSize?: number;
}

interface Flight {
  readonly answer: Promise<WireResponse>;
  readonly controller: AbortController;
  callers: number;
}

/**
 * Keeps the answers of reads for a short time, and lets identical reads under way at once share one request.
 * A write empties what it made stale, before it is sent and again when it is over. Errors are not kept.
 *
 * Every caller gets a copy of the data, to keep and change.
 */
export function cache(options: CacheOptions = {}): Layer {
  const { ttl = 1_000, ttlFor = {}, maxSize = 500 } = options;
  for (const [name, value] of Object.entries({ ttl, maxSize, ...ttlFor })) {
    if (!(value >= 0)) throw invalidInput(name, `must be a number of at least 0, got ${value}`, "cache");
  }
  return (next, { session, stats }) => {
    const kept = new QuickLRU<string, WireResponse>({ maxSize: Math.max(1, maxSize) });
    const flights = new Map<string, Flight>();
    session.onChange(() => {
      kept.clear();
      flights.clear();
    });

    const empty = (plan: Plan) => {
      const stale = plan.stales ?? [firstSegment(plan.path)];
      const isStale = (key: string) => stale.some((route) => key.startsWith(route));
      for (const key of [...kept.keys()]) if (isStale(key)) kept.delete(key);
      // A read under way was asked before the write was over: its own callers get it, nobody else does.
      for (const key of [...flights.keys()]) if (isStale(key)) flights.delete(key);
    };

    return async (plan) => {
      if (plan.method !== "GET") {
        empty(plan);
        return next(plan).finally(() => empty(plan));
      }
      const keepFor = ttlFor[plan.endpoint] ?? plan.cacheFor ?? ttl;
      // What a reader makes of a body is one caller's own.
      if (keepFor === 0 || plan.read) return next(plan);
      const key = plan.path + queryText(plan.query);
      const hit = kept.get(key);
      if (hit) {
        stats.add(plan.bucket, "cacheHits");
        return copy(hit);
      }
      let flight = flights.get(key);
      // A flight that its last caller has just ended may still stand in the list.
      if (flight && !flight.controller.signal.aborted) stats.add(plan.bucket, "cacheHits");
      else flight = takeOff(next, plan, flights, key, (answer) => kept.set(key, answer, { maxAge: keepFor }));
      return copy(await board(flight, plan));
    };
  };
}

const firstSegment = (path: string): string => `/${path.split("/")[1] ?? ""}`;

const copy = (response: WireResponse): WireResponse => ({ ...response, data: structuredClone(response.data) });

/** Sends the shared request. No single caller may end it, so it has a signal of its own. */
function takeOff(
  next: Send,
  plan: Plan,
  flights: Map<string, Flight>,
  key: string,
  keep: (answer: WireResponse) => void,
): Flight {
  const controller = new AbortController();
  const answer = next({ ...plan, signal: controller.signal });
  const flight: Flight = { answer, controller, callers: 0 };
  flights.set(key, flight);
  answer
    .then((response) => {
      if (flights.get(key) === flight) keep(response);
    })
    .catch(() => {})
    .finally(() => {
      if (flights.get(key) === flight) flights.delete(key);
    });
  return flight;
}

/** Waits for the shared request; the last caller to give up ends it. */
async function board(flight: Flight, plan: Plan): Promise<WireResponse> {
  flight.callers += 1;
  try {
    return await untilAborted(flight.answer, plan.signal);
  } catch (error) {
    throw plan.signal?.aborted ? stopped(plan, plan.signal.reason, "after-sending") : error;
  } finally {
    flight.callers -= 1;
    if (flight.callers === 0) flight.controller.abort();
  }
}
