import fc from "fast-check";

/** What the flows trade: every kind of contract, quantities in shares, units and lots. */
export const TRADED = [
  { exchange: "NSE", tradingsymbol: "INFY", products: ["MIS", "CNC", "MTF"] },
  { exchange: "BSE", tradingsymbol: "SBIN", products: ["MIS", "CNC"] },
  { exchange: "NFO", tradingsymbol: "NIFTY26APRFUT", products: ["NRML", "MIS"] },
  { exchange: "NFO", tradingsymbol: "NIFTY26APR24500PE", products: ["NRML", "MIS"] },
  { exchange: "CDS", tradingsymbol: "USDINR26APRFUT", products: ["NRML", "MIS"] },
  { exchange: "MCX", tradingsymbol: "LEADMINI26APRFUT", products: ["NRML", "MIS"] },
] as const;

const TYPES = ["MARKET", "LIMIT", "SL", "SL-M"] as const;
type Type = (typeof TYPES)[number];
type Validity = "DAY" | "IOC" | "TTL";

const ANY = TRADED.map((_, index) => index);

/** What goes together, half of it about the first in the table; the last line is for what mostly does not. */
const WISHES = [
  { weight: 8, variety: ["regular"], what: [0, 0, 0, ...ANY], type: ["MARKET", ...TYPES], validity: ["DAY", "IOC"] },
  { weight: 2, variety: ["co"], what: [0], type: ["MARKET", "LIMIT"], validity: ["DAY"] },
  { weight: 2, variety: ["iceberg"], what: [0, ...ANY], type: ["LIMIT", "LIMIT", "SL"], validity: ["DAY", "TTL"] },
  { weight: 1, variety: ["amo"], what: ANY, type: TYPES, validity: ["DAY"] },
  { weight: 1, variety: ["regular", "co", "iceberg", "amo"], what: ANY, type: TYPES, validity: ["DAY", "IOC", "TTL"] },
] as const;

/** One thing that happens on the exchange. Prices are ticks away from the last one, quantities lots. */
export type Step =
  | {
      readonly kind: "place";
      readonly what: number;
      readonly variety: "regular" | "amo" | "co" | "iceberg";
      readonly side: "BUY" | "SELL";
      readonly product: number;
      readonly type: Type;
      readonly ticks: number;
      readonly lots: number;
      readonly validity: Validity;
    }
  | {
      readonly kind: "modify";
      readonly which: number;
      readonly ticks: number;
      readonly lots: number;
      readonly type: Type | "";
    }
  | { readonly kind: "cancel"; readonly which: number }
  | { readonly kind: "convert"; readonly which: number; readonly product: number }
  | { readonly kind: "move"; readonly what: number; readonly ticks: number }
  | { readonly kind: "wait"; readonly seconds: number };

const what = fc.constantFrom(0, 0, 0, ...ANY);
const ticks = fc.integer({ min: -30, max: 30 });
const lots = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) }, fc.integer({ min: 50, max: 900 }));
/** Position in the list of products; intraday more often than not. */
const product = fc.constantFrom(0, 0, 1, 2);

const place = fc.oneof(
  ...WISHES.map(({ weight, variety, what: some, type, validity }) => ({
    weight,
    arbitrary: fc.record({
      kind: fc.constant("place" as const),
      what: fc.constantFrom(...some),
      variety: fc.constantFrom(...variety),
      side: fc.constantFrom("BUY" as const, "SELL" as const),
      product: variety.length === 1 && variety[0] === "co" ? fc.constant(0) : product,
      type: fc.constantFrom<Type[]>(...type),
      ticks,
      lots,
      validity: fc.constantFrom<Validity[]>(...validity),
    }),
  })),
);
const modify = fc.record({
  kind: fc.constant("modify" as const),
  which: fc.nat(50),
  ticks,
  lots,
  type: fc.constantFrom<(Type | "")[]>("", "", "", "", ...TYPES),
});
const cancel = fc.record({ kind: fc.constant("cancel" as const), which: fc.nat(50) });
const convert = fc.record({ kind: fc.constant("convert" as const), which: fc.nat(20), product });
const move = fc.record({ kind: fc.constant("move" as const), what, ticks });
const wait = fc.record({ kind: fc.constant("wait" as const), seconds: fc.integer({ min: 1, max: 240 }) });

export const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 11, arbitrary: place },
  { weight: 2, arbitrary: modify },
  { weight: 1, arbitrary: cancel },
  { weight: 2, arbitrary: convert },
  { weight: 4, arbitrary: move },
  { weight: 2, arbitrary: wait },
);
