import { createKite } from "@kite/core";
import { answering } from "@kite/testing";
import { expect, test } from "vitest";
import { gtt } from "./plugin.ts";
import { single, singleWire } from "./testing/rows.ts";

test("binds every call under kite.gtt, and leaves the builders as they are", async () => {
  const server = await answering({ json: { status: "success", data: [singleWire] } });
  const kite = createKite({ apiKey: "key", accessToken: "t", environment: server.environment }).use(gtt());
  expect(Object.keys(kite.gtt).sort()).toEqual([
    ...["deleteGTT", "getGTT", "getGTTs", "modifyGTT", "placeGTT", "singleTrigger", "twoLegTrigger"],
  ]);
  expect(await kite.gtt.getGTTs()).toEqual([single]);
  expect((await kite.gtt.getGTTs.raw()).data).toEqual([singleWire]);
});

test("what a builder makes can be placed, and can replace a GTT in one request", async () => {
  const server = await answering({ json: { status: "success", data: { trigger_id: 5 } } });
  const kite = createKite({ apiKey: "key", accessToken: "t", environment: server.environment }).use(gtt());
  const market = { exchange: "NSE", tradingsymbol: "INFY", last_price: 1520 } as const;
  const sale = { ...market, transaction_type: "SELL", product: "CNC" } as const;
  const lower = { trigger_value: 1450, price: 1445, quantity: 10 };
  const upper = { trigger_value: 1650, price: 1650, quantity: 10 };
  const { trigger_id } = await kite.gtt.placeGTT(kite.gtt.singleTrigger({ ...sale, ...lower }));
  await kite.gtt.modifyGTT({ trigger_id, ...kite.gtt.twoLegTrigger({ ...sale, lower, upper }) });
  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /gtt/triggers",
    "PUT /gtt/triggers/5",
  ]);
});
