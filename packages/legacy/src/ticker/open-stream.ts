import { isKiteError } from "@kite/core";
import { createTicker, type Ticker } from "@kite/ticker";
import { DEFAULTS } from "../constants/defaults.ts";
import { toLegacyError } from "../wire/to-legacy-error.ts";
import { trimmed } from "../wire/trimmed.ts";

/** Where a stream is and whose it is. */
export interface Place {
  readonly root: string;
  readonly api_key: string;
  readonly access_token: string | undefined;
}

/** Opens a stream that tries again for ever: when to give up is the old ticker's own decision. `longestWait` is in seconds. */
export function openStream(place: Place, longestWait: number, onWarning: (message: string) => void): Ticker {
  const { root, api_key, access_token } = place;
  const ws = root.replace(/\/+$/, "");
  const rest = /^wss:\/\/ws\.kite\.trade$/.test(ws) ? DEFAULTS.root : ws.replace(/^ws/, "http");
  try {
    return createTicker(
      {
        apiKey: String(trimmed(api_key)),
        accessToken: access_token,
        environment: { root: rest, ws, insecure: true },
        onWarning,
      },
      {
        backoff: { first: 1_000, longest: longestWait * 1_000 },
        // The old events have no place for what was missed.
        readMissedOrders: false,
        keepLatest: false,
        onWarning,
      },
    );
  } catch (error) {
    throw isKiteError(error) ? toLegacyError(error) : error;
  }
}
