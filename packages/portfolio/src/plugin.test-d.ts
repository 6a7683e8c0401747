import { createKite, type KiteClient, type WireResponse } from "@kite/core";
import { expectTypeOf, test } from "vitest";
import {
  type Auction,
  type AuthorisationRequest,
  authoriseHoldings,
  type CompactHolding,
  type ConvertPositionParams,
  convertPosition,
  type ExchangeHoldings,
  getHoldings,
  getPositions,
  type Holding,
  type HoldingsReport,
  type HoldingsSummary,
  type HoldingWire,
  type PortfolioApi,
  type PortfolioPerformance,
  type Positions,
  type PositionsReport,
  type PositionsWire,
  type PositionsWithPnl,
  portfolio,
  summarizeHoldings,
} from "./index.ts";

const kite = createKite({ apiKey: "key" }).use(portfolio());
declare const client: KiteClient;
declare const params: ConvertPositionParams;

test("kite.portfolio has the package's types", () => {
  expectTypeOf(kite.portfolio).toEqualTypeOf<PortfolioApi>();
  expectTypeOf(kite.portfolio.getHoldings()).toEqualTypeOf<Promise<Holding[]>>();
  expectTypeOf(kite.portfolio.getHoldingsSummary()).toEqualTypeOf<Promise<HoldingsSummary>>();
  expectTypeOf(kite.portfolio.getHoldingsCompact()).toEqualTypeOf<Promise<CompactHolding[]>>();
  expectTypeOf(kite.portfolio.getAuctions()).toEqualTypeOf<Promise<Auction[]>>();
  expectTypeOf(kite.portfolio.authoriseHoldings()).toEqualTypeOf<Promise<AuthorisationRequest>>();
  expectTypeOf(kite.portfolio.getPositions()).toEqualTypeOf<Promise<Positions>>();
  expectTypeOf(kite.portfolio.convertPosition(params)).toEqualTypeOf<Promise<boolean>>();
  expectTypeOf(kite.portfolio.getAuthorisationURL("id")).toEqualTypeOf<string>();
  expectTypeOf(kite.portfolio.getHoldingsByExchange()).toEqualTypeOf<Promise<readonly ExchangeHoldings[]>>();
  expectTypeOf(kite.portfolio.getPositionsWithPnl()).toEqualTypeOf<Promise<PositionsWithPnl>>();
  expectTypeOf(kite.portfolio.getPortfolioPerformance()).toEqualTypeOf<Promise<PortfolioPerformance>>();
  expectTypeOf(kite.portfolio.summarizeHoldings([])).toEqualTypeOf<HoldingsReport>();
  expectTypeOf(kite.portfolio.summarizePositions([])).toEqualTypeOf<PositionsReport>();
});

test("raw has the wire's types: times are text", () => {
  expectTypeOf(getHoldings.raw(client)).toEqualTypeOf<Promise<WireResponse<HoldingWire[]>>>();
  expectTypeOf(kite.portfolio.getPositions.raw()).toEqualTypeOf<Promise<WireResponse<PositionsWire>>>();
  expectTypeOf<Holding["authorised_date"]>().toEqualTypeOf<Date | null>();
  expectTypeOf<HoldingWire["authorised_date"]>().toEqualTypeOf<string | null>();
});

test("every call takes options last, and only what can be left out is optional", () => {
  const options = { signal: new AbortController().signal, timeout: 1_000 };
  kite.portfolio.getHoldings(options);
  kite.portfolio.authoriseHoldings({ type: "mf" }, options);
  kite.portfolio.convertPosition(params, options);
  kite.portfolio.getPortfolioPerformance(options);
  // @ts-expect-error a conversion needs its parameters
  kite.portfolio.convertPosition();
});

test("what cannot be converted does not compile", () => {
  // @ts-expect-error a side is BUY or SELL
  convertPosition(client, { ...params, transaction_type: "buy" });
  // @ts-expect-error a position is of the day or carried over
  convertPosition(client, { ...params, position_type: "intraday" });
  // @ts-expect-error a quantity is a number
  convertPosition(client, { ...params, quantity: "10" });
  const { new_product, ...rest } = params;
  // @ts-expect-error the new product is missing
  convertPosition(client, rest);
  // A product that Kite adds needs no release of ours.
  convertPosition(client, { ...params, new_product: "NEW" });
});

test("what cannot be authorised does not compile", () => {
  // @ts-expect-error a holding to authorise has a quantity
  authoriseHoldings(client, { holdings: [{ isin: "INE009A01021" }] });
  // @ts-expect-error Kite's client knows mf and equity
  authoriseHoldings(client, { type: "bonds" });
});

test("figures are computed from typed rows", async () => {
  summarizeHoldings(await getHoldings(client));
  // @ts-expect-error net or day, not both: they describe the same trades
  kite.portfolio.summarizePositions(await getPositions(client));
  // @ts-expect-error a row of the wire has its times as text
  summarizeHoldings((await getHoldings.raw(client)).data);
});

test("a typed row has the documented fields only", () => {
  const holding = {} as Holding;
  // @ts-expect-error a typo
  holding.avg_price;
  // @ts-expect-error older rows lack it
  holding.mtf.quantity;
});
