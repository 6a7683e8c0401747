import { type CallOptions, defineEndpoint, type Endpoint, invalidInput, type KiteClient } from "@kite/core";
import type { Exchange, Instrument } from "@kite/models";
import { loadEngine } from "../instruments/load-part.ts";
import { patient } from "../instruments/patient.ts";

const request: Endpoint<Exchange | undefined, Instrument[], string> = defineEndpoint<
  Exchange | undefined,
  Instrument[],
  string
>({
  id: "getInstruments",
  method: "GET",
  path: (exchange) => (exchange === undefined ? "/instruments" : "/instruments/{exchange}"),
  accept: "csv",
  // Ten megabytes that change once a day: whoever wants them kept calls loadInstruments.
  cacheFor: 0,
  response: {
    "~standard": {
      async validate(csv) {
        const { rows, issues } = await read(String(csv));
        return issues.length > 0 ? { value: rows, issues } : { value: rows };
      },
    },
  },
  encode: (exchange) => {
    if (exchange === undefined) return {};
    if (!/^[A-Z]+$/.test(exchange)) throw invalidInput("exchange", `must be like NSE, got ${JSON.stringify(exchange)}`);
    return { path: { exchange } };
  },
});

const read = async (csv: string) => (await loadEngine()).readInstruments(csv, "getInstruments");

/**
 * Downloads the list of all instruments, or of one exchange: over a hundred thousand rows, made once a day at about 08:30 IST.
 * `raw` gives the CSV.
 *
 * A row that is not as documented is left out, and the client warns of it. A list that is cut is a `MalformedAnswer`.
 * `loadInstruments` keeps the list and finds things in it.
 *
 * @example
 * const futures = (await getInstruments(kite, "NFO")).filter(({ instrument_type }) => instrument_type === "FUT");
 *
 * @see https://kite.trade/docs/connect/v3/market-quotes/#instruments
 * @function
 */
export const getInstruments: Endpoint<Exchange | undefined, Instrument[], string> = Object.assign(
  async (kite: KiteClient, exchange?: Exchange, options?: CallOptions): Promise<Instrument[]> => {
    const answer: Instrument[] | string = await request(kite, exchange, patient(options));
    // With validation off the client hands on what the server sent, and text is no list.
    return typeof answer === "string" ? (await read(answer)).rows : answer;
  },
  {
    raw: (kite: KiteClient, exchange?: Exchange, options?: CallOptions) =>
      request.raw(kite, exchange, patient(options)),
    spec: request.spec,
  },
);
