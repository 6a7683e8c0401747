import type { MFSIP } from "@kite/mf";

/** What somebody is about to do with a fund. */
export type FundAction = "purchase" | "redemption" | "sip";

/** What the form is for. */
export interface FundTask {
  readonly action: FundAction;
  /** ISIN; undefined until a fund is chosen. */
  readonly isin: string | undefined;
  /** The SIP to change; left out for a new one. */
  readonly sip?: MFSIP;
}
