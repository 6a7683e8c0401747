import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { uuid } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { deleteAlerts } from "./delete-alerts.ts";

const other = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
const gone = { json: { status: "success", data: null } };

test("repeats uuid in the query, and sends no body", async () => {
  const { kite, server } = await servingData(null);
  await deleteAlerts(kite, [uuid, other]);
  expect(server.requests).toMatchObject([
    {
      method: "DELETE",
      path: "/alerts",
      query: [
        ["uuid", uuid],
        ["uuid", other],
      ],
      body: "",
    },
  ]);
});

test("gives null, typed and raw", async () => {
  const { kite, warnings } = await servingData(null);
  expect(await deleteAlerts(kite, [uuid])).toBeNull();
  expect(await deleteAlerts.raw(kite, [uuid])).toMatchObject({ status: 200, data: null });
  expect(warnings).toEqual([]);
});

test("hands on another answer than null, and reports it", async () => {
  const { kite, warnings } = await servingData({ deleted: 1 });
  expect(await deleteAlerts(kite, [uuid])).toEqual({ deleted: 1 });
  expect(warnings).toEqual([expect.stringMatching(/^deleteAlerts: data: /)]);
});

test.each<[field: string, odd: unknown]>([
  ["uuids", []],
  ["uuids", uuid],
  ["uuids", undefined],
  ["uuids[1]", [uuid, ""]],
  ["uuids[0]", [undefined]],
])("refuses %s, with nothing sent, in %j", async (field, odd) => {
  const { kite, server } = await servingData(null);
  await expect(deleteAlerts(kite, odd as string[])).rejects.toMatchObject({
    code: "InvalidInput",
    message: expect.stringContaining(`deleteAlerts: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

// The claim `idempotent: true` rests on this: a deletion names its alerts, and takes nothing but their being enabled.
test("asks again after a passing failure, for the same alerts", async () => {
  const { kite, server } = await serving(
    [{ fault: "cut" }, failing(503, "NetworkException", "Upstream is down"), gone],
    retry({ baseDelay: 1 }),
  );
  expect(await deleteAlerts(kite, [uuid, other])).toBeNull();
  expect(server.requests).toHaveLength(3);
  expect(new Set(server.requests.map(({ query }) => JSON.stringify(query))).size).toBe(1);
});

test("a refusal of the server is an error, and is not repeated", async () => {
  const { kite, server } = await serving([failing(400, "InputException", "Invalid `uuid`.")], retry({ baseDelay: 1 }));
  await expect(deleteAlerts(kite, ["x"])).rejects.toMatchObject({ code: "InputException", status: 400 });
  expect(server.requests).toHaveLength(1);
});
