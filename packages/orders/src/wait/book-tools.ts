import type { KiteClient } from "@kite/core";
import { compareProgress, isTerminal, mergeOrder } from "@kite/models";
import { getOrders } from "../endpoints/get-orders.ts";

/**
 * What code that is loaded later works with. The function that loads it hands this in: whatever such code imports for itself and a package's
 * index exports, esbuild puts into the first chunk of every app, even of one that never loads it.
 */
export interface BookTools extends Readonly<typeof bookTools> {
  readonly kite: KiteClient;
}

export const bookTools: {
  getOrders: typeof getOrders;
  compareProgress: typeof compareProgress;
  isTerminal: typeof isTerminal;
  mergeOrder: typeof mergeOrder;
} = { getOrders, compareProgress, isTerminal, mergeOrder };
