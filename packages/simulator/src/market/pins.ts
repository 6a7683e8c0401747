import { type Instrument, keyOf } from "./instrument.ts";
import type { Bar } from "./spot-path.ts";

/** A price that somebody has set by hand: paise, and the minute (epoch ms) it was set in. */
interface Pin {
  readonly minute: number;
  readonly paise: number;
}

/** A share and all that follows it share their pins; a contract has its own on top. */
export function pinName(instrument: Instrument): string {
  return instrument.expiry === "" ? instrument.spot.name : keyOf(instrument);
}

/** Prices set by hand, by what they were set for. From then on a price stands still, until it is set again. */
export class Pins {
  readonly #pins = new Map<string, readonly Pin[]>();
  readonly #changes = new Map<string, number>();

  /** Later pins are dropped: after a clock was put back, its new future is another one. */
  set(name: string, pin: Pin): void {
    const earlier = (this.#pins.get(name) ?? []).filter(({ minute }) => minute <= pin.minute);
    this.#pins.set(name, [...earlier, pin]);
    this.#changes.set(name, (this.#changes.get(name) ?? 0) + 1);
  }

  /** Another number whenever something was set that the price of the instrument depends on. */
  version(instrument: Instrument): number {
    // both only ever grow, and so does their sum
    return (this.#changes.get(instrument.spot.name) ?? 0) + (this.#changes.get(pinName(instrument)) ?? 0);
  }

  has(name: string, minute: number): boolean {
    return this.#pins.get(name)?.some((pin) => pin.minute === minute) ?? false;
  }

  /** Where the price stands at a time (epoch ms); undefined when nobody has set it before. */
  standing(name: string, at: number): number | undefined {
    return this.#pins.get(name)?.findLast(({ minute }) => minute < at)?.paise;
  }

  /** The bar of a minute as the pins leave it. */
  apply(name: string, minute: number, bar: Bar): Bar {
    const pins = this.#pins.get(name);
    if (!pins) return bar;
    const standing = this.standing(name, minute);
    const { open, high, low, close } = standing === undefined ? bar : flat(standing);
    const set = pins.filter((pin) => pin.minute === minute).map(({ paise }) => paise);
    return { open, high: Math.max(high, ...set), low: Math.min(low, ...set), close: set.at(-1) ?? close };
  }
}

const flat = (paise: number): Bar => ({ open: paise, high: paise, low: paise, close: paise });
