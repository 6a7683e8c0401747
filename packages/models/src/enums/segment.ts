import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Segments of the instrument list. Index rows are in `INDICES`, whatever their exchange. */
export const segments = [
  "NSE",
  "BSE",
  "INDICES",
  "NFO-FUT",
  "NFO-OPT",
  "BFO-FUT",
  "BFO-OPT",
  "CDS-FUT",
  "CDS-OPT",
  "BCD-FUT",
  "BCD-OPT",
  "MCX",
  "MCX-FUT",
  "MCX-OPT",
] as const;

/** Segment of an instrument; completes the known ones, holds any. */
export type Segment = (typeof segments)[number] | (string & {});

export const SegmentSchema = AnyStringSchema as OpenEnumSchema<Segment>;
