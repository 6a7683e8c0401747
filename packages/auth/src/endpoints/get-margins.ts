import {
  type CallOptions,
  defineEndpoint,
  type Endpoint,
  type KiteClient,
  requireOneOf,
  type WireResponse,
} from "@kite/core";
import {
  type MarginSegment,
  marginSegments,
  type SegmentMargin,
  SegmentMarginSchema,
  type SegmentMarginWire,
  type UserMargins,
  UserMarginsSchema,
  type UserMarginsWire,
} from "@kite/models";

/** A call whose answer depends on whether a segment is named. */
interface MarginsCall<Client extends unknown[], All, One> {
  (...args: [...Client, segment?: undefined, options?: CallOptions]): Promise<All>;
  (...args: [...Client, segment: MarginSegment, options?: CallOptions]): Promise<One>;
  (...args: [...Client, segment: MarginSegment | undefined, options?: CallOptions]): Promise<All | One>;
}

/** `getMargins` with the client as its first argument. */
export interface GetMargins extends MarginsCall<[kite: KiteClient], UserMargins, SegmentMargin> {
  readonly raw: MarginsCall<[kite: KiteClient], WireResponse<UserMarginsWire>, WireResponse<SegmentMarginWire>>;
}

/** `kite.auth.getMargins`. */
export interface BoundGetMargins extends MarginsCall<[], UserMargins, SegmentMargin> {
  readonly raw: MarginsCall<[], WireResponse<UserMarginsWire>, WireResponse<SegmentMarginWire>>;
}

const allSegments: Endpoint<void, UserMargins, UserMarginsWire> = defineEndpoint({
  id: "getMargins",
  method: "GET",
  path: "/user/margins",
  response: UserMarginsSchema,
});

const oneSegment: Endpoint<MarginSegment, SegmentMargin, SegmentMarginWire> = defineEndpoint({
  id: "getMargins",
  method: "GET",
  path: "/user/margins/{segment}",
  response: SegmentMarginSchema,
  encode: (segment) => ({ path: { segment: requireOneOf("segment", segment, marginSegments) } }),
});

/**
 * Tells the funds of both segments, or of the one named, in rupees.
 *
 * @example
 * const { equity, commodity } = await getMargins(kite);
 * const { net } = await getMargins(kite, "equity");
 *
 * @see https://kite.trade/docs/connect/v3/user/#funds-and-margins
 * @function
 */
export const getMargins: GetMargins = Object.assign(
  (kite: KiteClient, segment?: MarginSegment, options?: CallOptions) =>
    segment === undefined ? allSegments(kite, options) : oneSegment(kite, segment, options),
  {
    raw: (kite: KiteClient, segment?: MarginSegment, options?: CallOptions) =>
      segment === undefined ? allSegments.raw(kite, options) : oneSegment.raw(kite, segment, options),
  },
) as GetMargins;
