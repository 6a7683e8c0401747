import { createKite } from "@kite/core";
import { answering } from "@kite/testing";
import { expect, test } from "vitest";
import { mf } from "./plugin.ts";
import { order, orderWire } from "./testing/rows.ts";

test("binds every call under kite.mf", async () => {
  const server = await answering({ json: { status: "success", data: [orderWire] } });
  const kite = createKite({ apiKey: "key", accessToken: "t", environment: server.environment }).use(mf());
  expect(Object.keys(kite.mf).sort()).toEqual([
    ...["cancelMFOrder", "cancelMFSIP", "getMFAllotments", "getMFHolding", "getMFHoldings", "getMFInstruments"],
    ...["getMFOrder", "getMFOrders", "getMFSIP", "getMFSIPs", "modifyMFSIP", "placeMFOrder", "placeMFSIP"],
  ]);
  expect(await kite.mf.getMFOrders()).toEqual([order]);
  expect((await kite.mf.getMFOrders.raw({ from: "2021-06-01" })).data).toEqual([orderWire]);
});
