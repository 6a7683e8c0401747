/**
 * Gives every instrument a number from 0 on, and knows when each was heard of last, epoch ms. Writing that down again allocates
 * nothing.
 */
export class Arrivals {
  readonly #slots = new Map<number, number>();
  /** Numbers of instruments that were forgotten. */
  readonly #free: number[] = [];
  #tokens: Float64Array = new Float64Array(16).fill(-1);
  #heard: Float64Array = new Float64Array(16);
  #next = 0;

  /** Notes that an instrument was heard of, and gives its number. */
  note(token: number, at: number): number {
    // Frames mostly bring instruments in the order of the frame before, and a guess takes a tenth of a question to the map.
    let slot = this.#next;
    if (this.#tokens[slot] !== token) slot = this.#slots.get(token) ?? this.#add(token);
    this.#next = slot + 1;
    this.#heard[slot] = at;
    return slot;
  }

  slotOf(token: number): number | undefined {
    return this.#slots.get(token);
  }

  heardAt(token: number): number | undefined {
    const slot = this.#slots.get(token);
    return slot === undefined ? undefined : this.#heard[slot];
  }

  /** Forgets an instrument, and gives the number that it had. */
  delete(token: number): number | undefined {
    const slot = this.#slots.get(token);
    if (slot === undefined) return undefined;
    this.#slots.delete(token);
    this.#tokens[slot] = -1;
    this.#free.push(slot);
    return slot;
  }

  #add(token: number): number {
    const slot = this.#free.pop() ?? this.#slots.size;
    if (slot >= this.#tokens.length) {
      this.#tokens = wider(this.#tokens, -1);
      this.#heard = wider(this.#heard, 0);
    }
    this.#slots.set(token, slot);
    this.#tokens[slot] = token;
    return slot;
  }
}

function wider(numbers: Float64Array, rest: number): Float64Array {
  const all = new Float64Array(2 * numbers.length).fill(rest, numbers.length);
  all.set(numbers);
  return all;
}
