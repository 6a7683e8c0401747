import { expect, test } from "vitest";
import { sip, sipWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getMFSIP } from "./get-mf-sip.ts";

test("asks for one, by its id in the route", async () => {
  const { kite, server } = await servingData(sipWire);
  await getMFSIP(kite, sipWire.sip_id);
  expect(server.requests).toMatchObject([{ method: "GET", path: `/mf/sips/${sipWire.sip_id}`, query: [], body: "" }]);
});

test("keeps the documented fields, its times as Date; raw keeps everything as sent", async () => {
  const { kite, warnings } = await servingData({ ...sipWire, fund_source: "pool", shiny_new_field: 1 });
  expect(await getMFSIP(kite, "1")).toStrictEqual({ ...sip, fund_source: "pool" });
  expect((await getMFSIP.raw(kite, "1")).data).toEqual({ ...sipWire, fund_source: "pool", shiny_new_field: 1 });
  expect(warnings).toEqual([]);
});

test.each(["", ".", 1])("refuses %j as an id, with nothing sent", async (odd) => {
  const { kite, server } = await servingData(sipWire);
  await expect(getMFSIP(kite, odd as string)).rejects.toMatchObject({
    code: "InvalidInput",
    message: expect.stringContaining("getMFSIP: sip_id: "),
  });
  expect(server.requests).toEqual([]);
});

test("an unknown id is an error", async () => {
  const { kite } = await serving([failing(404, "GeneralException", "SIP not found")]);
  await expect(getMFSIP(kite, "1")).rejects.toMatchObject({ status: 404, endpoint: "getMFSIP" });
});
