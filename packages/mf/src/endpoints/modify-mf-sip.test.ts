import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { failing, serving, servingData } from "../testing/serving.ts";
import { type ModifyMFSIPParams, modifyMFSIP } from "./modify-mf-sip.ts";

const pause: ModifyMFSIPParams = { sip_id: "181635213661372", status: "paused" };

test("sends what is given, and the id in the route alone", async () => {
  const { kite, server } = await servingData({ sip_id: pause.sip_id });
  await modifyMFSIP(kite, pause);
  await modifyMFSIP(kite, {
    sip_id: pause.sip_id,
    ...{ amount: 2000, instalments: 24, frequency: "quarterly", instalment_day: 1, step_up: {} },
  });
  expect(server.requests).toMatchObject([
    { method: "PUT", path: "/mf/sips/181635213661372", query: [], body: "status=paused" },
    { body: "amount=2000&instalments=24&frequency=quarterly&instalment_day=1&step_up=%7B%7D" },
  ]);
});

test("gives the id; raw keeps everything", async () => {
  const { kite, warnings } = await servingData({ sip_id: "1", shiny_new_field: 1 });
  expect(await modifyMFSIP(kite, pause)).toStrictEqual({ sip_id: "1" });
  expect((await modifyMFSIP.raw(kite, pause)).data).toEqual({ sip_id: "1", shiny_new_field: 1 });
  expect(warnings).toEqual([]);
});

test.each<[field: string, params: object]>([
  ["sip_id", { ...pause, sip_id: "" }],
  ["status", { ...pause, status: "ACTIVE" }],
  ["status", { ...pause, status: "cancelled" }],
  ["amount", { sip_id: "1" }],
  ["amount", { sip_id: "1", amount: 0 }],
  ["instalments", { sip_id: "1", instalments: 0 }],
])("refuses %s, with nothing sent, in %j", async (field, params) => {
  const { kite, server } = await servingData({ sip_id: "1" });
  await expect(modifyMFSIP(kite, params as ModifyMFSIPParams)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining(`modifyMFSIP: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, answer: Parameters<typeof serving>[0][0], outcome: string]>([
  ["what the API is expected to say", failing(400, "InputException", "Not allowed over the API."), "rejected"],
  ["a cut answer", { fault: "cut" }, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], retry({ baseDelay: 1 }));
  await expect(modifyMFSIP(kite, pause)).rejects.toMatchObject({ endpoint: "modifyMFSIP", outcome });
  expect(server.requests).toHaveLength(1);
});
