import { type Instrument, keyOf } from "./instrument.ts";

/** What hands have made of a price in one minute. Prices are paise. */
export interface Pin {
  /** When the minute begins, epoch ms. */
  readonly minute: number;
  /** Second of the minute in which the price was set first. From there on it moves by hand only. */
  readonly second: number;
  /** The first price that was set, the highest, the lowest, and the one that stands. */
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** Change by which it became what it is. */
  readonly version: number;
}

/** All pins, by what they were set for. */
export type SavedPins = readonly (readonly [string, readonly Pin[]])[];

/** A share and all that follows it share their pins; a contract has its own on top. */
export function pinName(instrument: Instrument): string {
  return instrument.expiry === "" ? instrument.spot.name : keyOf(instrument);
}

/** Minutes with prices set by hand that are remembered, of all instruments together: some ten megabytes. */
const MOST_PINS = 100_000;

/** Prices set by hand, by what they were set for. From then on a price stands still, until it is set again. */
export class Pins {
  readonly #most: number;
  /** By name, the earliest first, and so the lowest version first. */
  readonly #pins = new Map<string, Pin[]>();
  #count = 0;
  #version = 0;
  /** Version at which old pins were forgotten last. */
  #forgotten = 0;

  constructor(most: number = MOST_PINS) {
    this.#most = most;
  }

  /** Counts the changes. */
  get version(): number {
    return this.#version;
  }

  /**
   * Later pins are dropped: after a clock was put back, its new future is another one.
   *
   * @param at - Epoch ms.
   */
  set(name: string, at: number, paise: number): void {
    const minute = Math.floor(at / 60_000) * 60_000;
    const second = Math.floor((at - minute) / 1000);
    const pins = this.#pins.get(name) ?? [];
    this.#pins.set(name, pins);
    this.#version += 1;
    this.#count -= pins.length;
    let same: Pin | undefined;
    for (let last = pins.at(-1); last && last.minute >= minute; last = pins.at(-1)) {
      pins.pop();
      if (last.minute === minute && last.second <= second) same = last;
    }
    const { open, high, low } = same ?? { open: paise, high: paise, low: paise };
    pins.push({
      minute,
      second: same?.second ?? second,
      open,
      high: Math.max(high, paise),
      low: Math.min(low, paise),
      close: paise,
      version: this.#version,
    });
    this.#count += pins.length;
    if (this.#count > this.#most) this.#forget();
  }

  /** Everything that was set, by name. */
  save(): SavedPins {
    return [...this.#pins].map(([name, pins]) => [name, pins.map((pin) => ({ ...pin }))]);
  }

  /** Forgets everything and takes over what was saved. Whatever was worked out before is another one now. */
  restore(saved: SavedPins): void {
    this.#pins.clear();
    this.#version += 1;
    this.#forgotten = this.#version;
    const version = this.#version;
    for (const [name, pins] of saved)
      this.#pins.set(
        name,
        pins.map((pin) => ({ ...pin, version })),
      );
    this.#count = saved.reduce((sum, [, pins]) => sum + pins.length, 0);
  }

  /** What was set in the minute that begins at a time, epoch ms. */
  of(name: string, minute: number): Pin | undefined {
    const pins = this.#pins.get(name);
    const pin = pins?.[lastBefore(pins, minute + 1)];
    return pin?.minute === minute ? pin : undefined;
  }

  /** Where the price stands at the beginning of a minute (epoch ms); undefined when nobody has set it before. */
  standing(name: string, minute: number): number | undefined {
    const pins = this.#pins.get(name);
    return pins?.[lastBefore(pins, minute)]?.close;
  }

  /** The earliest minute (epoch ms) that is another one for an instrument since a version; infinite if none is. */
  changedSince(instrument: Instrument, version: number): number {
    if (version === this.#version) return Number.POSITIVE_INFINITY;
    if (version < this.#forgotten) return Number.NEGATIVE_INFINITY;
    const own = pinName(instrument);
    const first = this.#firstSince(instrument.spot.name, version);
    return own === instrument.spot.name ? first : Math.min(first, this.#firstSince(own, version));
  }

  #firstSince(name: string, version: number): number {
    const pins = this.#pins.get(name) ?? [];
    let first = Number.POSITIVE_INFINITY;
    for (let index = pins.length - 1; index >= 0; index -= 1) {
      const pin = pins[index] as Pin;
      if (pin.version <= version) break;
      first = pin.minute;
    }
    return first;
  }

  /** Drops the older half of what everybody has, and never what still stands: one set in many pays for it. */
  #forget(): void {
    this.#count = 0;
    for (const pins of this.#pins.values()) {
      pins.splice(0, Math.floor(pins.length / 2));
      this.#count += pins.length;
    }
    this.#forgotten = this.#version;
  }
}

/** Place of the last pin before a time (epoch ms); -1 if there is none. */
function lastBefore(pins: readonly Pin[], at: number): number {
  let [low, high] = [0, pins.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pins[middle] as Pin).minute < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
