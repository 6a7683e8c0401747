import type { Packet } from "./packets.ts";
import { frameOf } from "./packets.ts";
import type { Tab } from "./tab.ts";

/** Which tabs want which instruments, so that a frame costs what it brings and not what there is. */
export class TabIndex {
  readonly #tabs = new Map<number, Set<Tab>>();

  add(token: number, tab: Tab): void {
    const tabs = this.#tabs.get(token);
    if (tabs) tabs.add(tab);
    else this.#tabs.set(token, new Set([tab]));
  }

  remove(token: number, tab: Tab): void {
    const tabs = this.#tabs.get(token);
    tabs?.delete(tab);
    if (tabs?.size === 0) this.#tabs.delete(token);
  }

  isWanted(token: number): boolean {
    return this.#tabs.has(token);
  }

  /** Gives each tab its part of a frame: the frame as it came where it wants all of it. Equal parts are put together once. */
  deal(frame: Uint8Array, packets: readonly Packet[]): void {
    const hands = new Map<Tab, number[]>();
    for (const [index, { token }] of packets.entries()) {
      for (const tab of this.#tabs.get(token) ?? []) {
        const hand = hands.get(tab);
        if (hand) hand.push(index);
        else hands.set(tab, [index]);
      }
    }
    const parts = new Map<string, { readonly frame: Uint8Array; readonly packets: readonly Packet[] }>();
    for (const [tab, hand] of hands) {
      if (hand.length === packets.length) {
        tab.deliver(frame, packets);
        continue;
      }
      const key = hand.join();
      let part = parts.get(key);
      if (!part) {
        const chosen = hand.map((index) => packets[index] as Packet);
        part = { frame: frameOf(chosen), packets: chosen };
        parts.set(key, part);
      }
      tab.deliver(part.frame, part.packets);
    }
  }
}
