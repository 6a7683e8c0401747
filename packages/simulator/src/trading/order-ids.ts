import { createRandom, type Random } from "../random.ts";

/** Epoch ms from which the upper part of an order id counts. */
const ID_EPOCH = 1_288_834_974_657;
/** The least milliseconds since then that make 19 digits. */
const SHORTEST = 238_418_579_102;
const SEQUENCE_BITS = 22n;

/** Counts of orders, orders at the exchange, trades, triggers and SIPs. */
export interface SavedOrderIds {
  readonly random: number;
  readonly counts: readonly [number, number, number, number, number];
}

/** Names for whatever users create. They follow from the seed and the clock, and never repeat. */
export class OrderIds {
  readonly #random: Random;
  #orders = 0;
  #atExchange = 0;
  #trades = 0;
  #triggers = 0;
  #sips = 0;

  constructor(seed: number) {
    this.#random = createRandom(seed, "orders");
  }

  /** How far it has come. */
  save(): SavedOrderIds {
    const counts = [this.#orders, this.#atExchange, this.#trades, this.#triggers, this.#sips] as const;
    return { random: this.#random.state, counts };
  }

  /** Goes on from where another one was. */
  restore({ random, counts }: SavedOrderIds): void {
    this.#random.state = random;
    [this.#orders, this.#atExchange, this.#trades, this.#triggers, this.#sips] = counts;
  }

  /** 19 digits, more than a JavaScript number holds. `at` is epoch ms. */
  order(at: number): string {
    const elapsed = Math.max(SHORTEST, Math.floor(at) - ID_EPOCH);
    this.#orders += 1;
    return String((BigInt(elapsed) << SEQUENCE_BITS) + BigInt(this.#orders));
  }

  /** The exchange's own number of an order, 16 digits. */
  exchangeOrder(): string {
    this.#atExchange += 1;
    return String(1_100_000_000_000_000 + this.#atExchange);
  }

  trade(): string {
    this.#trades += 1;
    return String(10_000_000 + this.#trades);
  }

  /** A plain number, unlike the others. */
  trigger(): number {
    this.#triggers += 1;
    return 100_000 + this.#triggers;
  }

  /** A random UUID. */
  uuid(): string {
    const hex = (length: number): string => Array.from({ length }, () => this.#random.int(0, 15).toString(16)).join("");
    return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  }

  /** 15 digits. */
  sip(): string {
    this.#sips += 1;
    return String(840_000_000_000_000 + this.#sips * 1_000_003);
  }

  /** So many digits, the first of them none: folios and numbers of settlements. */
  digits(count: number): string {
    return String(this.#random.int(10 ** (count - 1), 10 ** count - 1));
  }

  guid(): string {
    return this.#random.text(20);
  }
}
