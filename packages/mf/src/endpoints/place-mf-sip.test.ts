import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { failing, serving, servingData } from "../testing/serving.ts";
import { type PlaceMFSIPParams, placeMFSIP } from "./place-mf-sip.ts";

const params: PlaceMFSIPParams = {
  tradingsymbol: "INF209K01UN8",
  amount: 1000,
  frequency: "monthly",
  instalments: -1,
  instalment_day: 30,
};

test("sends every field once, the steps as JSON text", async () => {
  const { kite, server } = await servingData({ sip_id: "1" });
  await placeMFSIP(kite, {
    ...params,
    ...{ initial_amount: 5000, trigger_price: 10.5, sip_type: "sip", tag: "retirement", step_up: { "15-02": 10 } },
  });
  await placeMFSIP(kite, { ...params, frequency: "weekly", instalments: 12, instalment_day: undefined });
  expect(server.requests).toMatchObject([
    {
      method: "POST",
      path: "/mf/sips",
      query: [],
      body:
        "tradingsymbol=INF209K01UN8&amount=1000&instalments=-1&frequency=monthly&instalment_day=30" +
        "&step_up=%7B%2215-02%22%3A10%7D&initial_amount=5000&trigger_price=10.5&sip_type=sip&tag=retirement",
    },
    { body: "tradingsymbol=INF209K01UN8&amount=1000&instalments=12&frequency=weekly" },
  ]);
});

test.each([{ sip_id: "1" }, { sip_id: "1", order_id: null }, { sip_id: "1", order_id: "867572b3" }])(
  "gives %j; raw keeps everything",
  async (id) => {
    const { kite, warnings } = await servingData({ ...id, shiny_new_field: 1 });
    expect(await placeMFSIP(kite, params)).toStrictEqual(id);
    expect((await placeMFSIP.raw(kite, params)).data).toEqual({ ...id, shiny_new_field: 1 });
    expect(warnings).toEqual([]);
  },
);

test.each<[field: string, odd: object]>([
  ["tradingsymbol", { tradingsymbol: " " }],
  ["amount", { amount: -1000 }],
  ["frequency", { frequency: undefined }],
  ["instalments", { instalments: undefined }],
  ["instalments", { instalments: 0 }],
  ["instalments", { instalments: -2 }],
  ["instalments", { instalments: 1.5 }],
  ["instalment_day", { instalment_day: 0 }],
  ["instalment_day", { instalment_day: 32 }],
  ["initial_amount", { initial_amount: 0 }],
  ["trigger_price", { trigger_price: Number.NaN }],
  ["sip_type", { sip_type: "" }],
  ["tag", { tag: "a tag of 21 character" }],
  ["step_up", { step_up: { "31-13": 10 } }],
  ["step_up", { step_up: { "2-15": 10 } }],
  ['step_up["15-02"]', { step_up: { "15-02": 0.5 } }],
])("refuses %s, with nothing sent, in %j", async (field, odd) => {
  const { kite, server } = await servingData({ sip_id: "1" });
  await expect(placeMFSIP(kite, { ...params, ...odd } as PlaceMFSIPParams)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining(`placeMFSIP: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, answer: Parameters<typeof serving>[0][0], outcome: string]>([
  ["what the API is expected to say", failing(400, "InputException", "Not allowed over the API."), "rejected"],
  ["a cut answer", { fault: "cut" }, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], retry({ baseDelay: 1 }));
  await expect(placeMFSIP(kite, params)).rejects.toMatchObject({ endpoint: "placeMFSIP", outcome });
  expect(server.requests).toHaveLength(1);
});
