import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PriceBoard, type PriceSource } from "./price-board.ts";

/** A feed in the hands of the test. */
class Exchange implements PriceSource {
  readonly watched = new Set<number>();
  readonly #prices = new Map<number, number>();
  readonly #listeners = new Map<number, () => void>();
  #stateListener: (() => void) | undefined;
  #status: "live" | "reconnecting" = "live";

  get state(): PriceSource["state"] {
    return { own: { status: this.#status }, upstream: { status: "live", reason: null, detail: null, retry_at: null } };
  }

  price(token: number): ReturnType<PriceSource["price"]> {
    const last_price = this.#prices.get(token);
    return last_price === undefined ? undefined : { tick: { last_price } };
  }

  watch(token: number): () => void {
    this.watched.add(token);
    return () => void this.watched.delete(token);
  }

  onPrice(token: number, listener: () => void): () => void {
    this.#listeners.set(token, listener);
    return () => void this.#listeners.delete(token);
  }

  onState(listener: () => void): () => void {
    this.#stateListener = listener;
    return () => {
      this.#stateListener = undefined;
    };
  }

  trade(token: number, rupees: number): void {
    this.#prices.set(token, rupees);
    this.#listeners.get(token)?.();
  }

  become(status: "live" | "reconnecting"): void {
    this.#status = status;
    this.#stateListener?.();
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function following(tokens: readonly number[]) {
  const exchange = new Exchange();
  const board = new PriceBoard(exchange);
  let told = 0;
  board.subscribe(() => {
    told += 1;
  });
  board.follow(tokens);
  told = 0;
  return { exchange, board, count: () => told, prices: () => [...board.snapshot.byToken] };
}

test("tells four times a second at most, and then everything that has moved", () => {
  const { exchange, count, prices } = following([1, 2]);
  for (let trade = 0; trade < 500; trade += 1) {
    exchange.trade(1, 100 + trade);
    exchange.trade(2, 200 + trade);
    vi.advanceTimersByTime(2);
  }
  vi.advanceTimersByTime(250);
  expect(count()).toBeLessThanOrEqual(5);
  expect(prices()).toEqual([
    [1, 599],
    [2, 699],
  ]);
});

test("a snapshot stays as it is while prices move", () => {
  const { exchange, board } = following([1]);
  exchange.trade(1, 100);
  vi.advanceTimersByTime(250);
  const { byToken } = board.snapshot;
  exchange.trade(1, 101);
  expect(board.snapshot.byToken.get(1)).toBe(100);
  vi.advanceTimersByTime(250);
  expect(byToken.get(1)).toBe(100);
  expect(board.snapshot.byToken.get(1)).toBe(101);
});

test("what costs the same again, and what was never traded, is no news", () => {
  const { exchange, count, prices } = following([1, 2]);
  exchange.trade(1, 100);
  vi.advanceTimersByTime(250);
  exchange.trade(1, 100);
  exchange.trade(2, 0);
  vi.advanceTimersByTime(1_000);
  expect(count()).toBe(1);
  expect(prices()).toEqual([[1, 100]]);
});

test("without the stream no price is known, and what was known before does not come back", () => {
  const { exchange, board, prices } = following([1, 2]);
  exchange.trade(1, 100);
  vi.advanceTimersByTime(250);
  exchange.become("reconnecting");
  expect(board.snapshot).toEqual({ isLive: false, byToken: new Map() });
  exchange.become("live");
  exchange.trade(2, 200);
  vi.advanceTimersByTime(250);
  expect(board.snapshot.isLive).toBe(true);
  expect(prices()).toEqual([[2, 200]]);
});

test("asks for what is shown alone, for no more than the gateway gives, and for nothing in the end", () => {
  const { exchange, board } = following([1, 2]);
  board.follow([2, 3]);
  expect([...exchange.watched]).toEqual([2, 3]);
  board.follow(Array.from({ length: 2_000 }, (_, token) => token));
  expect(exchange.watched.size).toBeLessThan(1_000);
  board.follow([]);
  expect(exchange.watched.size).toBe(0);
  expect(board.snapshot.isLive).toBe(false);
});
