import { defineEndpoint, type Endpoint, type EndpointSpec, type KiteClient, readGood } from "@kite/core";
import type { Exchange, Instrument } from "@kite/models";
import { InstrumentListReader } from "../table/instrument-list-reader.ts";
import type { Download } from "./instrument-keeper.ts";
import { patient } from "./patient.ts";
import { readBytes } from "./read-instruments.ts";

/**
 * Downloads lists through a client, and reads while they arrive; where the transport gives nothing but text, it is read afterwards.
 *
 * @param spec - Of `getInstruments`. It is handed in because this part is loaded late: what both import would have to be loaded by
 * every page, whatever it uses of the package.
 */
export function downloading(
  kite: KiteClient,
  spec: EndpointSpec<Exchange | undefined, Instrument[], string>,
): Download {
  const { id, method, path, accept, cacheFor } = spec;
  const request: Endpoint<Exchange | undefined, unknown> = defineEndpoint<Exchange | undefined, unknown, unknown>({
    ...{ id, method, path, accept, cacheFor },
    response: { "~standard": { validate: (value) => ({ value }) } },
    encode: async (exchange, client) => ({
      ...(await spec.encode?.(exchange, client)),
      read: readGood("text/csv", () => new InstrumentListReader()),
    }),
  });
  return async (exchange, options) => {
    const { data } = await request.raw(kite, exchange, patient(options));
    return data instanceof InstrumentListReader ? data : readBytes(new TextEncoder().encode(String(data)));
  };
}
