import type { CallOptions, KiteClient } from "@kite/core";
import { type PositionsReport, summarizePositions } from "../analytics/summarize-positions.ts";
import { getPositions } from "../endpoints/get-positions.ts";

/** The two lists of positions, each with its gains. They describe the same trades: never add them up. */
export interface PositionsWithPnl {
  /** What is open now, and what was closed today. */
  readonly net: PositionsReport;
  /** Today's trading alone: something carried over and sold today shows as short here. */
  readonly day: PositionsReport;
}

/**
 * Fetches the positions and tells realised from unrealised gain, which the server does not. Rupees; without charges.
 *
 * @example
 * const { net } = await getPositionsWithPnl(kite);
 * console.log(`booked ₹${net.realised}, open ₹${net.unrealised}`);
 */
export async function getPositionsWithPnl(kite: KiteClient, options?: CallOptions): Promise<PositionsWithPnl> {
  const positions = await getPositions(kite, options);
  // An answer that is not as documented has been warned of and comes as sent; it may even be null.
  return { net: summarizePositions(positions?.net), day: summarizePositions(positions?.day) };
}
