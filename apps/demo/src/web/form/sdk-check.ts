import { type EndpointSpec, isKiteError } from "@kite/core";
import { kite } from "../api/kite.ts";
import { besideField, type FieldRefusal } from "./refusal.ts";

/** Gives what the SDK itself would refuse about a call, with nothing sent; undefined for what it would send. */
export function sdkRefusal<Params>(
  { spec }: { readonly spec: Pick<EndpointSpec<Params, never>, "encode"> },
  params: Params,
): FieldRefusal | undefined {
  try {
    // the calls of the forms have nothing to wait for before they are sent
    void spec.encode?.(params as never, kite);
    return undefined;
  } catch (error) {
    if (!isKiteError(error, "InvalidInput") || error.field === undefined) throw error;
    return { field: error.field, message: besideField(error.message, error.field) };
  }
}
