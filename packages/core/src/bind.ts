import type { KiteClient } from "./client.ts";
import type { Args, Endpoint } from "./endpoint.ts";

/** An endpoint with its client filled in. */
export interface BoundEndpoint<Params, Typed, Wire> {
  (...args: Args<Params>): Promise<Typed>;
  readonly raw: (...args: Args<Params>) => ReturnType<Endpoint<Params, Typed, Wire>["raw"]>;
}

/** Every function of a module, with its first argument, the client, filled in. */
export type Bound<Functions> = {
  readonly [Name in keyof Functions]: Functions[Name] extends Endpoint<infer Params, infer Typed, infer Wire>
    ? BoundEndpoint<Params, Typed, Wire>
    : Functions[Name] extends (kite: KiteClient, ...args: infer Rest) => infer Result
      ? (...args: Rest) => Result
      : never;
};

type Callable = ((kite: KiteClient, ...args: unknown[]) => unknown) & { readonly raw?: Callable };

/** Binds functions that take a client first, and their `raw`, to a client. Give it a module: `bind(kite, endpoints)`. */
export function bind<Functions extends object>(kite: KiteClient, functions: Functions): Bound<Functions> {
  const bound = Object.entries(functions as Record<string, Callable>).map(([name, call]) => {
    const method = (...args: unknown[]) => call(kite, ...args);
    const { raw } = call;
    return [name, raw ? Object.assign(method, { raw: (...args: unknown[]) => raw(kite, ...args) }) : method];
  });
  return Object.fromEntries(bound) as Bound<Functions>;
}
