import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { simple, simpleParams, simpleWire, uuid } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { type ModifyAlertParams, modifyAlert } from "./modify-alert.ts";

const params: ModifyAlertParams = { ...simpleParams, uuid, rhs_constant: 27500 };

test("sends the whole definition, and the id in the route alone", async () => {
  const { kite, server } = await servingData(simpleWire);
  await modifyAlert(kite, params);
  expect(server.requests).toMatchObject([
    {
      method: "PUT",
      path: `/alerts/${uuid}`,
      query: [],
      body:
        "name=NIFTY+50&type=simple&lhs_exchange=INDICES&lhs_tradingsymbol=NIFTY+50" +
        "&lhs_attribute=LastTradedPrice&operator=%3E%3D&rhs_type=constant&rhs_constant=27500",
    },
  ]);
});

test("gives the alert, times as Date; raw keeps everything", async () => {
  const data = { ...simpleWire, shiny_new_field: 1 };
  const { kite, warnings } = await servingData(data);
  expect(await modifyAlert(kite, params)).toStrictEqual(simple);
  expect((await modifyAlert.raw(kite, params)).data).toEqual(data);
  expect(warnings).toEqual([]);
});

test.each<[field: string, odd: object]>([
  ["uuid", { uuid: "" }],
  ["uuid", { uuid: ".." }],
  ["name", { name: undefined }],
  ["operator", { operator: "!=" }],
])("refuses %s, with nothing sent, in %j", async (field, odd) => {
  const { kite, server } = await servingData(simpleWire);
  await expect(modifyAlert(kite, { ...params, ...odd } as ModifyAlertParams)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining(`modifyAlert: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, answer: Parameters<typeof serving>[0][0], outcome: string]>([
  ["an unknown alert", failing(404, "GeneralException", "Alert not found"), "rejected"],
  ["a cut answer", { fault: "cut" }, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], retry({ baseDelay: 1 }));
  await expect(modifyAlert(kite, params)).rejects.toMatchObject({ endpoint: "modifyAlert", outcome });
  expect(server.requests).toHaveLength(1);
});
