import type { ExchangeName } from "../market/instrument.ts";

/** Share of the value that is blocked for a contract. */
export interface ContractRate {
  readonly span: number;
  readonly exposure: number;
}

/** Round figures of the size the exchanges ask for; theirs change daily and differ by contract. */
export const CONTRACT_RATES: Readonly<Record<Exclude<ExchangeName, "NSE" | "BSE">, ContractRate>> = {
  NFO: { span: 0.1, exposure: 0.03 },
  BFO: { span: 0.1, exposure: 0.03 },
  CDS: { span: 0.02, exposure: 0.01 },
  BCD: { span: 0.02, exposure: 0.01 },
  MCX: { span: 0.08, exposure: 0.0125 },
};

/** How many rupees of shares one rupee moves. Delivery sales come out of the demat account and need none. */
export const SHARE_LEVERAGE = { CNC: 1, MIS: 5, CO: 5, MTF: 4 } as const;

/** Share of what a sale out of the demat account brings that can be spent on the same day. */
export const SALE_CREDIT = 0.8;
