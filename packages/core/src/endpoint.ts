import type { KiteClient } from "./client.ts";
import { isKiteError, KiteError } from "./errors.ts";
import { invalidInput } from "./input.ts";
import type { CallOptions, Fields, Method, Plan, WireResponse } from "./request.ts";
import type { Schema } from "./schema.ts";
import { fillPath } from "./url.ts";

/** The arguments after the client: none, optional or required parameters, then the options. */
// biome-ignore lint/suspicious/noConfusingVoidType: `Endpoint<void, …>` reads as "takes nothing", and is asked for here
export type Args<Params> = [Params] extends [void]
  ? [options?: CallOptions]
  : undefined extends Given<Params>
    ? [params?: Params, options?: CallOptions]
    : [params: Params, options?: CallOptions];

/** Parameters as a declaration sees them: absent where all of them may be left out. */
type Given<Params> = object extends Params ? Params | undefined : Params;

/**
 * A call of the API. Called as it is, it gives the typed value: validated, times as `Date`.
 * Its `raw` gives what the server sent, with status and headers.
 *
 * Both throw a `KiteError`.
 */
export interface Endpoint<Params, Typed, Wire = Typed> {
  (kite: KiteClient, ...args: Args<Params>): Promise<Typed>;
  readonly raw: (kite: KiteClient, ...args: Args<Params>) => Promise<WireResponse<Wire>>;
  /** The declaration this call was made from. */
  readonly spec: EndpointSpec<Params, Typed, Wire>;
}

/** What parameters become on the wire. */
export interface Encoded {
  /** Values of the `{slots}` in the path. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Fields;
  readonly form?: Fields;
  readonly json?: unknown;
  readonly dayCost?: number | undefined;
  readonly read?: Plan["read"];
}

/** The facts of a call. Fields that `Plan` has too mean the same there. */
export interface EndpointSpec<Params, Typed, Wire = Typed>
  extends Pick<Plan, "bucket" | "idempotent" | "accept" | "authorised" | "cacheFor" | "stales" | "secret"> {
  /** Name of the function. */
  readonly id: string;
  readonly method: Method;
  /** Route with `{slots}`; a function where the parameters choose between two. */
  readonly path: string | ((params: Given<Params>) => string);
  readonly response: Schema<Typed, Wire>;
  /** Turns parameters into their wire form. Throws `InvalidInput` for what must not be sent. */
  readonly encode?: (params: Given<Params>, kite: KiteClient) => Encoded | Promise<Encoded>;
  /** Runs after a success, typed and raw alike, with what the server sent. */
  readonly onSuccess?: (kite: KiteClient, data: Wire, params: Given<Params>) => void;
}

/** Makes a call, typed and raw, from its declaration. */
export function defineEndpoint<Params, Typed, Wire = Typed>(
  spec: EndpointSpec<Params, Typed, Wire>,
): Endpoint<Params, Typed, Wire> {
  const { id, method, path, response, encode, onSuccess, ...facts } = spec;

  const exchange = async (kite: KiteClient, args: readonly unknown[]): Promise<[Plan, WireResponse<Wire>]> => {
    // Without `encode` there are no parameters: what comes first are the options.
    const [params, options] = (encode ? args : [undefined, ...args]) as [Given<Params>, CallOptions | undefined];
    let plan: Plan;
    try {
      const { path: slots = {}, ...content } = (await encode?.(params, kite)) ?? {};
      const route = fillPath(typeof path === "function" ? path(params) : path, slots);
      plan = { ...facts, ...options, ...content, endpoint: id, method, path: route };
    } catch (error) {
      throw named(id, error);
    }
    const answer = (await kite.send(plan)) as WireResponse<Wire>;
    onSuccess?.(kite, answer.data, params);
    return [plan, answer];
  };

  return Object.assign(
    async (kite: KiteClient, ...args: Args<Params>): Promise<Typed> => {
      const [plan, answer] = await exchange(kite, args);
      return kite.validation.check(plan, answer, response);
    },
    {
      raw: async (kite: KiteClient, ...args: Args<Params>) => (await exchange(kite, args))[1],
      spec,
    },
  );
}

/** Puts the endpoint's name in front of what a check has found. Arguments that are not there at all break the check itself. */
function named(endpoint: string, error: unknown): unknown {
  if (isKiteError(error) && error.endpoint) return error;
  const { code, field, message, outcome } = isKiteError(error) ? error : invalidInput("params", "missing or misshapen");
  return new KiteError({ code, field, message, outcome, endpoint, cause: error });
}
