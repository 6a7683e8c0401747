import type { CallOptions, Endpoint, EndpointSpec, KiteClient, WireResponse } from "@kite/core";
import { askByKey, askRawByKey, type ByKey } from "./keyed.ts";

type Keys = readonly string[];
type RawAnswer<Wire> = Promise<WireResponse<Record<string, Wire>>>;

/** A call that takes one key or thousands and gives an answer for each. */
export interface QuoteCall<Quote, Wire> {
  <const Key extends string>(
    kite: KiteClient,
    instruments: Key | readonly Key[],
    options?: CallOptions,
  ): Promise<ByKey<Key, Quote>>;
  /** What the server sent, joined; keys it does not know are missing. Status and headers are those of the last answer. */
  readonly raw: (kite: KiteClient, instruments: string | Keys, options?: CallOptions) => RawAnswer<Wire>;
  /** The declaration of one request. */
  readonly spec: EndpointSpec<Keys, Record<string, Quote>, Record<string, Wire>>;
}

/** A quote call with its client filled in. */
export interface BoundQuoteCall<Quote, Wire> {
  <const Key extends string>(instruments: Key | readonly Key[], options?: CallOptions): Promise<ByKey<Key, Quote>>;
  readonly raw: (instruments: string | Keys, options?: CallOptions) => RawAnswer<Wire>;
}

/** Makes a call for any number of keys out of one that takes a limited number. */
export function quoteCall<Quote, Wire>(
  request: Endpoint<Keys, Record<string, Quote>, Record<string, Wire>>,
  atMost: number,
): QuoteCall<Quote, Wire> {
  const { spec, raw } = request;
  return Object.assign(
    <const Key extends string>(kite: KiteClient, instruments: Key | readonly Key[], options?: CallOptions) => {
      const ask = (keys: Keys, each: CallOptions) => request(kite, keys, each);
      return askByKey<Key, Quote>({ id: spec.id, atMost, ask }, instruments, options);
    },
    {
      raw(kite: KiteClient, instruments: string | Keys, options?: CallOptions): RawAnswer<Wire> {
        const ask = (keys: Keys, each: CallOptions) => raw(kite, keys, each);
        return askRawByKey<Wire>({ id: spec.id, atMost, ask }, instruments, options);
      },
      spec,
    },
  );
}
