import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { failing, serving, servingData } from "../testing/serving.ts";
import { deleteGTT } from "./delete-gtt.ts";

test("sends the id in the route, and no body", async () => {
  const { kite, server } = await servingData({ trigger_id: 123 });
  await deleteGTT(kite, 123);
  expect(server.requests).toMatchObject([{ method: "DELETE", path: "/gtt/triggers/123", query: [], body: "" }]);
});

test("gives the id; raw keeps everything", async () => {
  const { kite, warnings } = await servingData({ trigger_id: 123, shiny_new_field: 1 });
  expect(await deleteGTT(kite, 123)).toStrictEqual({ trigger_id: 123 });
  expect((await deleteGTT.raw(kite, 123)).data).toEqual({ trigger_id: 123, shiny_new_field: 1 });
  expect(warnings).toEqual([]);
});

test.each([0, -1, 1.5, "123", undefined])("refuses %j as an id, with nothing sent", async (odd) => {
  const { kite, server } = await servingData({ trigger_id: 123 });
  await expect(deleteGTT(kite, odd as number)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining("deleteGTT: trigger_id: "),
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, answer: Parameters<typeof serving>[0][0], outcome: string]>([
  ["an unknown trigger", failing(404, "GeneralException", "Trigger not found"), "rejected"],
  ["a cut answer", { fault: "cut" }, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], retry({ baseDelay: 1 }));
  await expect(deleteGTT(kite, 123)).rejects.toMatchObject({ endpoint: "deleteGTT", outcome });
  expect(server.requests).toHaveLength(1);
});
