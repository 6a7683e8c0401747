/** When each instrument was heard of last, epoch ms. Writing it down again allocates nothing. */
export class Arrivals {
  readonly #heard = new Map<number, { at: number }>();

  note(token: number, at: number): void {
    const heard = this.#heard.get(token);
    if (heard) heard.at = at;
    else this.#heard.set(token, { at });
  }

  heardAt(token: number): number | undefined {
    return this.#heard.get(token)?.at;
  }

  delete(token: number): void {
    this.#heard.delete(token);
  }
}
