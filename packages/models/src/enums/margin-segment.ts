/** Segments that funds are kept in. `equity` also covers futures, options and currency, `commodity` covers MCX. */
export const marginSegments = ["equity", "commodity"] as const;

/** Segment to ask margins for. Closed, because it is part of a route and never comes back from the server. */
export type MarginSegment = (typeof marginSegments)[number];
