import { expect, test } from "vitest";
import { single, singleWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getGTT } from "./get-gtt.ts";

test("asks for one, by its id in the route", async () => {
  const { kite, server } = await servingData(singleWire);
  await getGTT(kite, 112127);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/gtt/triggers/112127", query: [], body: "" }]);
});

test("keeps the documented fields, times as Date; raw keeps everything as sent", async () => {
  const { kite, warnings } = await servingData({ ...singleWire, shiny_new_field: 1 });
  expect(await getGTT(kite, 112127)).toStrictEqual(single);
  expect((await getGTT.raw(kite, 112127)).data).toEqual({ ...singleWire, shiny_new_field: 1 });
  expect(warnings).toEqual([]);
});

test.each([0, 1.5, "112127"])("refuses %j as an id, with nothing sent", async (odd) => {
  const { kite, server } = await servingData(singleWire);
  await expect(getGTT(kite, odd as number)).rejects.toMatchObject({
    code: "InvalidInput",
    message: expect.stringContaining("getGTT: trigger_id: "),
  });
  expect(server.requests).toEqual([]);
});

test("an unknown id is an error", async () => {
  const { kite } = await serving([failing(404, "GeneralException", "Trigger not found")]);
  await expect(getGTT(kite, 1)).rejects.toMatchObject({ code: "GeneralException", status: 404, endpoint: "getGTT" });
});
