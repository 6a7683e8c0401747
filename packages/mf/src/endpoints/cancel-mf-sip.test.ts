import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { failing, serving, servingData } from "../testing/serving.ts";
import { cancelMFSIP } from "./cancel-mf-sip.ts";

test("sends the id in the route, and no body", async () => {
  const { kite, server } = await servingData({ sip_id: "181635213661372" });
  await cancelMFSIP(kite, "181635213661372");
  expect(server.requests).toMatchObject([{ method: "DELETE", path: "/mf/sips/181635213661372", query: [], body: "" }]);
});

test("gives the id; raw keeps everything", async () => {
  const { kite, warnings } = await servingData({ sip_id: "181635213661372", shiny_new_field: 1 });
  expect(await cancelMFSIP(kite, "181635213661372")).toStrictEqual({ sip_id: "181635213661372" });
  expect((await cancelMFSIP.raw(kite, "181635213661372")).data).toEqual({
    sip_id: "181635213661372",
    shiny_new_field: 1,
  });
  expect(warnings).toEqual([]);
});

test.each(["", "..", 1])("refuses %j as an id, with nothing sent", async (odd) => {
  const { kite, server } = await servingData({ sip_id: "181635213661372" });
  await expect(cancelMFSIP(kite, odd as string)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining("cancelMFSIP: sip_id: "),
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, answer: Parameters<typeof serving>[0][0], outcome: string]>([
  ["what the API is expected to say", failing(400, "InputException", "Not allowed over the API."), "rejected"],
  ["a cut answer", { fault: "cut" }, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], retry({ baseDelay: 1 }));
  await expect(cancelMFSIP(kite, "181635213661372")).rejects.toMatchObject({ endpoint: "cancelMFSIP", outcome });
  expect(server.requests).toHaveLength(1);
});
