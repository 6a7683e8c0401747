import { answering } from "@kite/testing";
import { expect, test, vi } from "vitest";
import { KiteConnect, type LegacyConnectOptions } from "./index.ts";
import { success } from "./testing/observe.ts";

async function client(options: LegacyConnectOptions): Promise<KiteConnect> {
  const { root } = await answering(success({}));
  return new KiteConnect({ api_key: "key", access_token: "token", root, ...options });
}

test("an old call names its new one, once for each client, where warnings are asked for", async () => {
  const warnings: string[] = [];
  const kc = await client({ warnDeprecated: true, onWarning: (message) => warnings.push(message) });
  await kc.getProfile();
  await kc.getProfile();
  await kc.exitOrder("co", "1");
  kc.getLoginURL();
  expect(warnings).toEqual([
    "getProfile is deprecated: kite.auth.getProfile() takes its place",
    "exitOrder is deprecated: kite.orders.exitOrder({ order_id, parent_order_id }) takes its place",
    "getLoginURL is deprecated: kite.auth.getLoginURL() takes its place",
  ]);
});

test("warnings go to the console unless told otherwise, and there are none unless asked for", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  await (await client({})).getProfile();
  expect(warn).not.toHaveBeenCalled();
  await (await client({ warnDeprecated: true })).getProfile();
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});
