import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { failing, serving, servingData } from "../testing/serving.ts";
import { type AuthoriseHoldingsParams, authoriseHoldings } from "./authorise-holdings.ts";

const holdings = [
  { isin: "INE002A01018", quantity: 50 },
  { isin: "INE009A01021", quantity: 5 },
];

test("repeats isin and quantity in the order given", async () => {
  const { kite, server } = await servingData({ request_id: "na8QgCeQm05U" });
  await authoriseHoldings(kite, { holdings, type: "equity", transfer_type: "pre", exec_date: "2025-01-17" });
  expect(server.requests).toMatchObject([
    {
      method: "POST",
      path: "/portfolio/holdings/authorise",
      query: [],
      body:
        "isin=INE002A01018&isin=INE009A01021&quantity=50&quantity=5" +
        "&type=equity&transfer_type=pre&exec_date=2025-01-17",
    },
  ]);
  expect(server.requests[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
});

test("sends an empty form for all holdings", async () => {
  const { kite, server } = await servingData({ request_id: "na8QgCeQm05U" });
  await authoriseHoldings(kite);
  await authoriseHoldings(kite, {});
  expect(server.requests.map(({ body }) => body)).toEqual(["", ""]);
});

test("gives the request id; raw keeps everything", async () => {
  const data = { request_id: "na8QgCeQm05U", shiny_new_field: 1 };
  const { kite, warnings } = await servingData(data);
  expect(await authoriseHoldings(kite)).toStrictEqual({ request_id: "na8QgCeQm05U" });
  expect((await authoriseHoldings.raw(kite)).data).toEqual(data);
  expect(warnings).toEqual([]);
});

test("hands on an answer without the id, and reports it", async () => {
  const { kite, warnings } = await servingData({ request_id: null });
  expect(await authoriseHoldings(kite)).toEqual({ request_id: null });
  expect(warnings).toEqual([expect.stringMatching(/^authoriseHoldings: data\.request_id: /)]);
});

test.each<[field: string, params: unknown]>([
  ["holdings", { holdings: [] }],
  ["holdings[1].isin", { holdings: [holdings[0], { isin: " ", quantity: 1 }] }],
  ["holdings[0].quantity", { holdings: [{ isin: "INE002A01018", quantity: 0 }] }],
  ["holdings[1].quantity", { holdings: [holdings[0], { isin: "INE009A01021", quantity: 1.5 }] }],
  ["type", { type: "bonds" }],
  ["type", { type: "" }],
  ["transfer_type", { transfer_type: "later" }],
  ["exec_date", { exec_date: "" }],
])("refuses %s, with nothing sent, in %j", async (field, params) => {
  const { kite, server } = await servingData({ request_id: "na8QgCeQm05U" });
  await expect(authoriseHoldings(kite, params as AuthoriseHoldingsParams)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining(`authoriseHoldings: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

// The claim `idempotent: true` rests on this: nobody ever sees, and so nobody can agree to, the request that got lost.
test("asks again after a passing failure, with the same form, and gives the id of the answer that came", async () => {
  const { kite, server } = await serving(
    [
      { fault: "cut" },
      failing(503, "NetworkException", "Upstream is down"),
      { json: { status: "success", data: { request_id: "third" } } },
    ],
    retry({ baseDelay: 1 }),
  );
  expect(await authoriseHoldings(kite, { holdings })).toEqual({ request_id: "third" });
  expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1);
  expect(server.requests).toHaveLength(3);
});

test("a refusal of the server is an error, and is not repeated", async () => {
  const { kite, server } = await serving([failing(400, "InputException", "Invalid `isin`.")], retry({ baseDelay: 1 }));
  await expect(authoriseHoldings(kite, { holdings })).rejects.toMatchObject({ code: "InputException", status: 400 });
  expect(server.requests).toHaveLength(1);
});
