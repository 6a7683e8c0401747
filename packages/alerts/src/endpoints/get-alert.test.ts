import { expect, test } from "vitest";
import { atoWire, simple, simpleWire, uuid } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getAlert } from "./get-alert.ts";

test("asks for one, by its id in the route", async () => {
  const { kite, server } = await servingData(simpleWire);
  await getAlert(kite, uuid);
  expect(server.requests).toMatchObject([{ method: "GET", path: `/alerts/${uuid}`, query: [], body: "" }]);
});

test("keeps the documented fields, times as Date; raw keeps everything as sent", async () => {
  const { kite, warnings } = await servingData({ ...simpleWire, shiny_new_field: 1 });
  expect(await getAlert(kite, uuid)).toStrictEqual(simple);
  expect((await getAlert.raw(kite, uuid)).data).toEqual({ ...simpleWire, shiny_new_field: 1 });
  expect(warnings).toEqual([]);
});

test("brings the basket of an alert that places orders", async () => {
  const { kite, warnings } = await servingData(atoWire);
  expect((await getAlert(kite, uuid)).basket?.items[0]).toMatchObject({ id: 82719, params: { market_protection: -1 } });
  expect(warnings).toEqual([]);
});

test.each(["", ".", undefined])("refuses %j as an id, with nothing sent", async (odd) => {
  const { kite, server } = await servingData(simpleWire);
  await expect(getAlert(kite, odd as string)).rejects.toMatchObject({
    code: "InvalidInput",
    message: expect.stringContaining("getAlert: uuid: "),
  });
  expect(server.requests).toEqual([]);
});

test("an unknown id is an error", async () => {
  const { kite } = await serving([failing(404, "GeneralException", "Alert not found")]);
  await expect(getAlert(kite, uuid)).rejects.toMatchObject({ status: 404, endpoint: "getAlert" });
});
