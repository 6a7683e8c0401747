import { KiteError, type KiteErrorDetails } from "@kite/core";
import type { Loss } from "../connection/loss.ts";

/** Makes an error of the stream. */
export const streamError = (code: string, message: string, more?: Partial<KiteErrorDetails>): KiteError =>
  new KiteError({ endpoint: "ticker", code, message, ...more });

/** Makes the error for what needs a ticker that is not closed. */
export const closedError = ({ reason, detail }: Loss): KiteError =>
  streamError(reason === "auth" ? "TokenException" : "Aborted", `the ticker is closed (${detail})`);
