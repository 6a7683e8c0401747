import type { Mode } from "../ticker-api.ts";

/** Who asks for an instrument, and in which mode. */
interface Claim {
  readonly owner: object;
  mode: Mode;
}

const rank: Readonly<Record<Mode, number>> = { ltp: 0, quote: 1, full: 2 };

/** What a program asks for. Several parts may ask for the same instrument: the highest mode counts. */
export class Claims {
  readonly #claims = new Map<number, Claim[]>();

  /** Instruments that anybody asks for. */
  get size(): number {
    return this.#claims.size;
  }

  has(token: number): boolean {
    return this.#claims.has(token);
  }

  /** The mode to ask the server for; undefined when nobody wants the instrument. */
  mode(token: number): Mode | undefined {
    return this.#claims
      .get(token)
      ?.reduce<Mode>((highest, { mode }) => (rank[mode] > rank[highest] ? mode : highest), "ltp");
  }

  /** Adds a claim, or changes the mode of the one that `owner` has. */
  add(token: number, owner: object, mode: Mode): void {
    const claims = this.#claims.get(token);
    if (!claims) {
      this.#claims.set(token, [{ owner, mode }]);
      return;
    }
    const own = claims.find((claim) => claim.owner === owner);
    if (own) own.mode = mode;
    else claims.push({ owner, mode });
  }

  /** Ends the claim of `owner`, where it has one. */
  remove(token: number, owner: object): void {
    const rest = this.#claims.get(token)?.filter((claim) => claim.owner !== owner);
    if (rest?.length) this.#claims.set(token, rest);
    else this.#claims.delete(token);
  }

  /** Ends everybody's claim. */
  clear(token: number): void {
    this.#claims.delete(token);
  }

  /** Changes the mode of everybody's claim. */
  setMode(token: number, mode: Mode): void {
    for (const claim of this.#claims.get(token) ?? []) claim.mode = mode;
  }

  /** True when `owner` has a claim on the instrument. */
  holds(token: number, owner: object): boolean {
    return this.#claims.get(token)?.some((claim) => claim.owner === owner) ?? false;
  }
}
