import type { CallOptions, WireResponse } from "@kite/core";

interface Signatures<Client extends unknown[], Params, Full, Compact> {
  (...args: [...Client, params: Params & { readonly mode?: undefined }, options?: CallOptions]): Promise<Full>;
  (...args: [...Client, params: Params & { readonly mode: "compact" }, options?: CallOptions]): Promise<Compact>;
  (...args: [...Client, params: Params, options?: CallOptions]): Promise<Full | Compact>;
}

/** A calculation whose answer depends on the `mode` among its params. `Full` and `Compact` are pairs: typed, and as on the wire. */
export interface Calculation<
  Client extends unknown[],
  Params,
  Full extends [typed: unknown, wire: unknown],
  Compact extends [typed: unknown, wire: unknown],
> extends Signatures<Client, Params, Full[0], Compact[0]> {
  readonly raw: Signatures<Client, Params, WireResponse<Full[1]>, WireResponse<Compact[1]>>;
}
