import type { Profile } from "@kite/auth";
import type { EnvironmentName } from "../../shared/demo-api.ts";

/** What is on the other side, in a sentence. */
export const places: Readonly<Record<EnvironmentName, { readonly name: string; readonly meaning: string }>> = {
  simulator: { name: "Simulated exchange", meaning: "Everything happens on your own machine. No money is involved." },
  sandbox: { name: "Kite's sandbox", meaning: "No money is involved." },
  production: { name: "Your real account", meaning: "What is placed here is placed at the exchange, with your money." },
  custom: { name: "Own server", meaning: "The server that KITE_ENVIRONMENT names." },
};

/** Says whether shares may be taken out of the demat account for a sale. Kite may add values. */
export function consentWords(consent: Profile["meta"]["demat_consent"]): string {
  if (consent === "consent") return "Given online: shares you sell may leave the demat account.";
  if (consent === "physical") return "Given on paper: shares you sell may leave the demat account.";
  return consent === ""
    ? "Not given: the depository asks you before a sale."
    : `“${consent}”, which this page does not know.`;
}

/** What products and order types are, for those who do not know Kite's names. */
export const meanings: Readonly<Record<string, string>> = {
  CNC: "Delivery of shares",
  NRML: "Contracts held overnight",
  MIS: "Within the day",
  MTF: "Shares with the broker's money",
  BO: "Bracket orders; Kite takes no new ones",
  CO: "Cover orders",
  MARKET: "At the best price there is",
  LIMIT: "At a price or better",
  SL: "Stop-loss with a limit",
  "SL-M": "Stop-loss at market",
  MF: "Mutual funds",
};
