import { array, type GenericSchema, literal, null_ } from "valibot";
import * as alerts from "./alerts.ts";
import * as dumps from "./dumps.ts";
import * as gtt from "./gtt.ts";
import * as margins from "./margins.ts";
import * as marketData from "./market-data.ts";
import * as funds from "./mutual-funds.ts";
import * as orders from "./orders.ts";
import * as portfolio from "./portfolio.ts";
import * as user from "./user.ts";

/** What a route answers when all is well. */
export type Answered =
  | { readonly kind: "json"; readonly data: GenericSchema; readonly compact?: GenericSchema }
  | { readonly kind: "csv"; readonly columns: readonly string[]; readonly row: GenericSchema }
  /** For a person, in a browser. */
  | { readonly kind: "page" };

const json = (data: GenericSchema, compact?: GenericSchema): Answered => ({
  kind: "json",
  data,
  ...(compact && { compact }),
});
const csv = (columns: readonly string[], row: GenericSchema): Answered => ({ kind: "csv", columns, row });
const page: Answered = { kind: "page" };

/** Every route of the published API, those that only some clients know included, with what it answers. */
export const ROUTES: Readonly<Record<string, Answered>> = {
  "GET /connect/login": page,
  "POST /session/token": json(user.session),
  "POST /session/refresh_token": json(user.renewal),
  "DELETE /session/token": json(literal(true)),
  "GET /user/profile": json(user.profile),
  "GET /user/profile/full": json(user.fullProfile),
  "GET /user/margins": json(user.margins),
  "GET /user/margins/:segment": json(user.marginSegment),

  "POST /orders/:variety": json(orders.placed),
  "PUT /orders/:variety/:order_id": json(orders.orderIdAnswer),
  "DELETE /orders/:variety/:order_id": json(orders.orderIdAnswer),
  "GET /orders": json(array(orders.order)),
  "GET /orders/:order_id": json(orders.history),
  "GET /trades": json(array(orders.trade)),
  "GET /orders/:order_id/trades": json(array(orders.trade)),

  "POST /margins/orders": json(margins.orderMargins, margins.compactOrderMargins),
  "POST /margins/basket": json(margins.basketMargins, margins.compactBasketMargins),
  "POST /charges/orders": json(margins.contractNotes),

  "GET /portfolio/holdings": json(array(portfolio.holding)),
  "GET /portfolio/holdings/summary": json(portfolio.holdingsSummary),
  "GET /portfolio/holdings/compact": json(array(portfolio.compactHolding)),
  "GET /portfolio/holdings/auctions": json(array(portfolio.auction)),
  "POST /portfolio/holdings/authorise": json(portfolio.authorisation),
  "GET /connect/portfolio/authorise/holdings/:api_key/:request_id": page,
  "GET /connect/portfolio/authorise/holdings/:api_key/:request_id/finish": page,
  "GET /portfolio/positions": json(portfolio.positions),
  "PUT /portfolio/positions": json(literal(true)),

  "GET /instruments": csv(dumps.INSTRUMENT_COLUMNS, dumps.instrumentRow),
  "GET /instruments/:exchange": csv(dumps.INSTRUMENT_COLUMNS, dumps.instrumentRow),
  "GET /quote": json(marketData.quotes),
  "GET /quote/ohlc": json(marketData.ohlcQuotes),
  "GET /quote/ltp": json(marketData.lastPrices),
  "GET /instruments/historical/:instrument_token/:interval": json(marketData.candles),
  "GET /instruments/trigger_range/:transaction_type": json(marketData.triggerRanges),

  "GET /mf/orders": json(array(funds.fundOrder)),
  "GET /mf/orders/:order_id": json(funds.fundOrder),
  "POST /mf/orders": json(funds.fundOrderId),
  "DELETE /mf/orders/:order_id": json(funds.fundOrderId),
  "GET /mf/sips": json(funds.sips),
  "GET /mf/sips/:sip_id": json(funds.sip),
  "POST /mf/sips": json(funds.placedSip),
  "PUT /mf/sips/:sip_id": json(funds.sipId),
  "DELETE /mf/sips/:sip_id": json(funds.sipId),
  "GET /mf/holdings": json(funds.fundHoldings),
  "GET /mf/holdings/:isin": json(funds.fundPurchases),
  "GET /mf/allotments": json(funds.allotments),
  "GET /mf/instruments": csv(dumps.FUND_COLUMNS, dumps.fundRow),

  "POST /gtt/triggers": json(gtt.triggerId),
  "GET /gtt/triggers": json(array(gtt.trigger)),
  "GET /gtt/triggers/:id": json(gtt.trigger),
  "PUT /gtt/triggers/:id": json(gtt.triggerId),
  "DELETE /gtt/triggers/:id": json(gtt.triggerId),

  "POST /alerts": json(alerts.alert),
  "GET /alerts": json(array(alerts.readAlert)),
  "GET /alerts/:uuid": json(alerts.readAlert),
  "PUT /alerts/:uuid": json(alerts.alert),
  "DELETE /alerts": json(null_()),
  "GET /alerts/:uuid/history": json(alerts.alertHistory),
};

/** Pages by which the simulator stands in for the person and the app: they are no part of the API. */
export const OWN_PAGES: readonly string[] = [
  "POST /connect/login",
  "GET /connect/finish",
  "POST /connect/portfolio/authorise/holdings/:api_key/:request_id",
];
