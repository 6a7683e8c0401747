import type { InstrumentStore, StoredInstruments } from "../store/instrument-store.ts";

/** A store in memory that a test can look into. */
export function memoryStore(): InstrumentStore & { readonly kept: Map<string, StoredInstruments> } {
  const kept = new Map<string, StoredInstruments>();
  return {
    kept,
    load: async (name) => kept.get(name),
    save: async (list) => void kept.set(list.name, list),
  };
}
