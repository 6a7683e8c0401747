import type { KiteClient } from "@kite/core";
import { type ConfirmResult, type ConfirmStage, type OrderIntent, recoverIntents } from "@kite/orders";
import { kite } from "../../api/kite.ts";
import { intentsOf, type StoredIntents } from "./stored-intents.ts";

/** An order of a page that is gone. */
export interface Recovered {
  readonly intent: OrderIntent;
  /** What was done to find it, the oldest first. */
  readonly steps: readonly ConfirmStage[];
  /** What became of it; undefined while it is looked for, and where that could not even begin. */
  readonly result: ConfirmResult | undefined;
  /** Why it could not be looked for. */
  readonly error: Error | undefined;
}

/** Finds out what became of orders that pages were placing when they were closed. Sends nothing but reads of the book. */
export class Recovery {
  readonly #client: KiteClient;
  readonly #log: StoredIntents;
  readonly #listeners = new Set<() => void>();
  /** Tags of those that another page may still have in hand. */
  readonly #awaited = new Set<string>();
  #all: readonly Recovered[] = [];

  constructor(client: KiteClient, log: StoredIntents) {
    this.#client = client;
    this.#log = log;
  }

  /** Those of pages that are gone, the oldest first, until they are put away. */
  get all(): readonly Recovered[] {
    return this.#all;
  }

  /** Calls `listener` when more is known. The function returned ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks for all that are open now, each as soon as no page has it in hand. Resolves when all of them are accounted for. */
  async begin(): Promise<void> {
    const open = await this.#log.open();
    await Promise.all(open.map(({ id }) => this.#takeOver(id)));
  }

  /** Looks for one, at once and as long as it may still show up; again, if it has been looked for. */
  async look(intent: OrderIntent): Promise<void> {
    let steps: readonly ConfirmStage[] = [];
    const keep = (result?: ConfirmResult, error?: Error) => this.#keep({ intent, steps, result, error });
    keep();
    const onStage = (step: ConfirmStage) => {
      steps = [...steps, step];
      keep();
    };
    try {
      const [found] = await recoverIntents(this.#client, { ...this.#log, open: () => [intent] }, { onStage });
      keep(found?.result);
    } catch (error) {
      keep(undefined, error as Error);
    }
  }

  /** Forgets one that the person has seen. What nobody knows about is closed by that: it is the person who has decided. */
  async putAway({ intent: { id }, result }: Recovered): Promise<void> {
    if (!result || result.outcome === "unknown") await this.#log.resolve(id, { outcome: "rejected", order_ids: [] });
    this.#set(this.#all.filter(({ intent }) => intent.id !== id));
  }

  async #takeOver(tag: string): Promise<void> {
    if (this.#awaited.has(tag) || this.#all.some(({ intent }) => intent.id === tag)) return;
    this.#awaited.add(tag);
    const intent = await this.#log.takeOver(tag).finally(() => this.#awaited.delete(tag));
    if (intent) await this.look(intent);
  }

  #keep(recovered: Recovered): void {
    const { id } = recovered.intent;
    const isKnown = this.#all.some(({ intent }) => intent.id === id);
    this.#set(isKnown ? this.#all.map((one) => (one.intent.id === id ? recovered : one)) : [...this.#all, recovered]);
  }

  #set(all: readonly Recovered[]): void {
    this.#all = all;
    for (const listener of this.#listeners) listener();
  }
}

const recoveries = new Map<string, Recovery>();

/** The recovery of an account on this page. */
export function recoveryOf(user_id: string): Recovery {
  const recovery = recoveries.get(user_id) ?? new Recovery(kite, intentsOf(user_id));
  recoveries.set(user_id, recovery);
  return recovery;
}
