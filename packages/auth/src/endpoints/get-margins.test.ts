import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { marginsWire, segmentWire } from "../testing/samples.ts";
import { failing, refusedToken, serving, succeeding } from "../testing/serving.ts";
import { getMargins } from "./get-margins.ts";

test("asks for both segments, signed, or for the one that is named", async () => {
  const { kite, server } = await serving([succeeding(marginsWire), succeeding(segmentWire)]);
  await getMargins(kite);
  await getMargins(kite, "commodity");
  await getMargins.raw(kite, "equity");
  expect(server.requests).toMatchObject([
    { method: "GET", path: "/user/margins", query: [], body: "" },
    { method: "GET", path: "/user/margins/commodity", query: [], body: "" },
    { method: "GET", path: "/user/margins/equity", query: [], body: "" },
  ]);
  expect(server.requests[0]?.headers).toMatchObject({ authorization: "token testkey:access-of-today" });
});

test("gives both segments; raw keeps everything as sent", async () => {
  const wire = { ...marginsWire, shiny_new_segment: segmentWire };
  const { kite, warnings } = await serving([succeeding(wire)]);
  expect(await getMargins(kite)).toStrictEqual(marginsWire);
  expect(await getMargins.raw(kite)).toMatchObject({ status: 200, data: wire });
  expect(warnings).toEqual([]);
});

test("gives one segment, also an older answer without six of the fields; raw keeps everything as sent", async () => {
  const { opening_balance, live_balance, ...available } = segmentWire.available;
  const { turnover, liquid_collateral, stock_collateral, delivery, ...utilised } = segmentWire.utilised;
  const older = { ...segmentWire, available, utilised };
  const { kite, warnings } = await serving([succeeding(segmentWire), succeeding(older)]);
  expect(await getMargins(kite, "equity")).toStrictEqual(segmentWire);
  expect(await getMargins(kite, "equity")).toStrictEqual(older);
  expect((await getMargins.raw(kite, "equity")).data).toEqual(older);
  expect(warnings).toEqual([]);
});

test("names the field of the segment that is not as documented where validation is strict", async () => {
  const odd = { ...segmentWire, net: "99725.05" };
  const { kite } = await serving([succeeding({ ...marginsWire, commodity: odd }), succeeding(odd)], {
    validate: "strict",
  });
  expect((await caught(getMargins(kite))).message).toMatch(/^getMargins: data\.commodity\.net: /);
  expect((await caught(getMargins(kite, "commodity"))).message).toMatch(/^getMargins: data\.net: /);
});

test.each([["currency"], [""], ["EQUITY"], ["equity/../../orders"], [null], [{ timeout: 5 }]])(
  "refuses the unknown segment %j before anything is sent",
  async (segment) => {
    const { kite, server } = await serving([succeeding(segmentWire)]);
    for (const call of [getMargins, getMargins.raw]) {
      const error = await caught(call(kite, segment as "equity"));
      expect(error).toMatchObject({ code: "InvalidInput", outcome: "not-sent" });
      expect(error.message).toMatch(/^getMargins: segment: must be one of equity, commodity, /);
    }
    expect(server.requests).toEqual([]);
  },
);

test("takes call options behind the segment, and behind none", async () => {
  const { kite } = await serving([succeeding(marginsWire)]);
  const options = { signal: AbortSignal.abort() };
  expect(await caught(getMargins(kite, undefined, options))).toMatchObject({ code: "Aborted" });
  expect(await caught(getMargins(kite, "equity", options))).toMatchObject({ code: "Aborted" });
  expect(await caught(getMargins.raw(kite, undefined, options))).toMatchObject({ code: "Aborted" });
  expect(await caught(getMargins.raw(kite, "equity", options))).toMatchObject({ code: "Aborted" });
});

test("a refused token is a TokenException, a dead upstream worth another try", async () => {
  const { kite } = await serving([refusedToken, failing(503, "NetworkException", "Gateway timed out")]);
  expect(await caught(getMargins(kite))).toMatchObject({ code: "TokenException", retryable: false });
  expect(await caught(getMargins(kite, "equity"))).toMatchObject({ code: "NetworkException", retryable: true });
});
