import { createKite } from "@kite/core";
import { answering } from "@kite/testing";
import { expect, test } from "vitest";
import { alerts } from "./plugin.ts";
import { simple, simpleWire } from "./testing/rows.ts";

test("binds every call under kite.alerts", async () => {
  const server = await answering({ json: { status: "success", data: [simpleWire] } });
  const kite = createKite({ apiKey: "key", accessToken: "t", environment: server.environment }).use(alerts());
  expect(Object.keys(kite.alerts).sort()).toEqual([
    ...["createAlert", "deleteAlerts", "getAlert", "getAlertHistory", "getAlerts", "modifyAlert"],
  ]);
  expect(await kite.alerts.getAlerts()).toEqual([simple]);
  expect((await kite.alerts.getAlerts.raw({ status: "enabled" })).data).toEqual([simpleWire]);
});
