import { defineEndpoint, type Endpoint, type KiteClient, readGood } from "@kite/core";
import type { Exchange } from "@kite/models";
import { encodeExchange, instrumentsRequest, patient } from "../endpoints/get-instruments.ts";
import { InstrumentListReader } from "../table/instrument-list-reader.ts";
import type { Download } from "./instrument-keeper.ts";
import { readBytes } from "./read-instruments.ts";

/** `getInstruments` that reads while the list arrives; gives text where the transport gives nothing else. */
const request: Endpoint<Exchange | undefined, unknown> = defineEndpoint<Exchange | undefined, unknown>({
  ...instrumentsRequest,
  response: { "~standard": { validate: (value) => ({ value }) } },
  encode: (exchange) => ({ ...encodeExchange(exchange), read: readGood("text/csv", () => new InstrumentListReader()) }),
});

/** Downloads lists through a client. */
export const downloading =
  (kite: KiteClient): Download =>
  async (exchange, options) => {
    const { data } = await request.raw(kite, exchange, patient(options));
    return data instanceof InstrumentListReader ? data : readBytes(new TextEncoder().encode(String(data)));
  };
