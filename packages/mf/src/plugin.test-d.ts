import { createKite, type KiteClient, type Plugin, type WireResponse } from "@kite/core";
import { expectTypeOf, test } from "vitest";
import {
  getMFInstruments,
  type MFApi,
  type MFHolding,
  type MFHoldingTrade,
  type MFInstrument,
  type MFOrder,
  type MFOrderId,
  type MFOrderWire,
  type MFSIP,
  type MFSIPId,
  mf,
  modifyMFSIP,
  type PlaceMFSIPParams,
  placeMFOrder,
  placeMFSIP,
} from "./index.ts";

const kite = createKite({ apiKey: "key" }).use(mf());
declare const client: KiteClient;
declare const instrument: MFInstrument;
declare const plan: PlaceMFSIPParams;

test("kite.mf has the package's types", () => {
  expectTypeOf(kite.mf).toEqualTypeOf<MFApi>();
  expectTypeOf(mf()).toEqualTypeOf<Plugin<{ readonly mf: MFApi }>>();
  expectTypeOf(kite.mf.getMFOrders()).toEqualTypeOf<Promise<MFOrder[]>>();
  expectTypeOf(kite.mf.getMFOrder("1")).toEqualTypeOf<Promise<MFOrder>>();
  expectTypeOf(kite.mf.cancelMFOrder("1")).toEqualTypeOf<Promise<MFOrderId>>();
  expectTypeOf(kite.mf.placeMFSIP(plan)).toEqualTypeOf<Promise<MFSIPId>>();
  expectTypeOf(kite.mf.cancelMFSIP("1")).toEqualTypeOf<Promise<MFSIPId>>();
  expectTypeOf(kite.mf.getMFSIPs()).toEqualTypeOf<Promise<MFSIP[]>>();
  expectTypeOf(kite.mf.getMFSIP("1")).toEqualTypeOf<Promise<MFSIP>>();
  expectTypeOf(kite.mf.getMFHoldings()).toEqualTypeOf<Promise<MFHolding[]>>();
  expectTypeOf(kite.mf.getMFHolding("INF")).toEqualTypeOf<Promise<MFHoldingTrade[]>>();
  expectTypeOf(kite.mf.getMFAllotments()).toEqualTypeOf<Promise<string[]>>();
  expectTypeOf(kite.mf.getMFInstruments()).toEqualTypeOf<Promise<MFInstrument[]>>();
});

test("raw has the wire's types: times are text, the list of funds is CSV", () => {
  expectTypeOf(getMFInstruments.raw(client)).toEqualTypeOf<Promise<WireResponse<string>>>();
  expectTypeOf(kite.mf.getMFOrders.raw()).toEqualTypeOf<Promise<WireResponse<MFOrderWire[]>>>();
  expectTypeOf<MFOrder["order_timestamp"]>().toEqualTypeOf<Date>();
  expectTypeOf<MFOrderWire["order_timestamp"]>().toEqualTypeOf<string>();
  expectTypeOf<MFOrder["exchange_timestamp"]>().toEqualTypeOf<string | null>();
  expectTypeOf<MFSIP["last_instalment"]>().toEqualTypeOf<Date | null>();
});

test("every call takes options last, and only what can be left out is optional", () => {
  const options = { timeout: 1_000 };
  kite.mf.getMFOrders({ from: new Date(), to: "2021-06-30" }, options);
  kite.mf.getMFInstruments(options);
  // @ts-expect-error which one?
  kite.mf.getMFOrder();
});

test("a purchase is by amount and a sale by quantity", () => {
  const fund = { tradingsymbol: "INF209K01157", instrument } as const;
  placeMFOrder(client, { ...fund, transaction_type: "BUY", amount: 1000, isAdditional: true });
  placeMFOrder(client, { ...fund, transaction_type: "SELL", quantity: 1.5 });
  // @ts-expect-error a purchase has an amount
  placeMFOrder(client, { ...fund, transaction_type: "BUY", quantity: 1.5 });
  // @ts-expect-error a sale has a quantity
  placeMFOrder(client, { ...fund, transaction_type: "SELL", amount: 1000 });
  // @ts-expect-error not both
  placeMFOrder(client, { ...fund, transaction_type: "SELL", amount: 1000, quantity: 1.5 });
  // @ts-expect-error a sale adds nothing
  placeMFOrder(client, { ...fund, transaction_type: "SELL", quantity: 1.5, isAdditional: true });
});

test("a SIP says how often and how many times", () => {
  placeMFSIP(client, { tradingsymbol: "INF", amount: 1000, frequency: "fortnightly", instalments: -1 });
  // @ts-expect-error how many times?
  placeMFSIP(client, { tradingsymbol: "INF", amount: 1000, frequency: "monthly" });
  modifyMFSIP(client, { sip_id: "1", status: "paused" });
  // @ts-expect-error a change takes lower case
  modifyMFSIP(client, { sip_id: "1", status: "PAUSED" });
  // @ts-expect-error which one?
  modifyMFSIP(client, { status: "paused" });
});
