import { createClient, type KiteClient, type Layer } from "@kite/core";

/** A server of candles that keeps the documented caps, and what it was asked. */
export interface FakeHistory {
  readonly kite: KiteClient;
  readonly asked: readonly { readonly from: string; readonly to: string; readonly query: URLSearchParams }[];
}

const caps: Record<string, number> = {
  ...{ minute: 60, "3minute": 100, "5minute": 100, "10minute": 100, "15minute": 200, "30minute": 200 },
  ...{ "60minute": 400, day: 2000 },
};

/** IST text as a count of seconds on the Indian clock: arithmetic of its own, so that it can judge ours. */
export function clockOf(text: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/\D/).map(Number);
  const early = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const days = 365 * early + Math.floor(early / 4) - Math.floor(early / 100) + Math.floor(early / 400) + dayOfYear;
  return days * 86_400 + hour * 3_600 + minute * 60 + second;
}

const epoch = clockOf("1970-01-01 00:00:00");
/** A count of seconds on the Indian clock as the moment it is. */
export const momentOf = (clock: number): Date => new Date((clock - epoch - 19_800) * 1_000);
/** The same as text, the way candles write it. */
const candleTime = (clock: number): string => `${new Date((clock - epoch) * 1_000).toISOString().slice(0, 19)}+0530`;

/**
 * Serves one candle for each of the clock times, both ends of a request included, and refuses a request that touches more calendar
 * days than the cap of its interval. The open price is the clock time, so that candles can be told apart.
 */
export function fakeHistory(clocks: readonly number[], ...layers: readonly Layer[]): FakeHistory {
  const asked: { from: string; to: string; query: URLSearchParams }[] = [];
  const kite = createClient(
    {
      apiKey: "key",
      accessToken: "t",
      onWarning: () => {},
      async transport({ url }) {
        const { pathname, searchParams: query } = new URL(url);
        const [from = "", to = ""] = [query.get("from") ?? "", query.get("to") ?? ""];
        asked.push({ from, to, query });
        const interval = pathname.split("/").at(-1) ?? "";
        const [start, end] = [clockOf(from), clockOf(to)];
        const days = Math.floor(end / 86_400) - Math.floor(start / 86_400) + 1;
        const cap = caps[interval] ?? 60;
        const headers = new Headers({ "content-type": "application/json" });
        if (days > cap) {
          const message = `interval exceeds max limit: ${cap} days`;
          return {
            status: 400,
            headers,
            text: JSON.stringify({ status: "error", message, error_type: "InputException" }),
          };
        }
        const candles = clocks
          .filter((clock) => clock >= start && clock <= end)
          .map((clock) => [candleTime(clock), clock, clock, clock, clock, 0, ...(query.has("oi") ? [0] : [])]);
        return { status: 200, headers, text: JSON.stringify({ status: "success", data: { candles } }) };
      },
    },
    ...layers,
  );
  return { kite, asked };
}
