import { expect, test } from "vitest";
import { sip, sipWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getMFSIPs } from "./get-mf-sips.ts";

test("asks for the list, without parameters", async () => {
  const { kite, server } = await servingData([]);
  expect(await getMFSIPs(kite)).toEqual([]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/mf/sips", query: [], body: "" }]);
});

test("takes an answer without a status, as Kite's own example has it", async () => {
  const { kite, warnings } = await serving([{ json: { data: [sipWire] } }]);
  expect(await getMFSIPs(kite)).toStrictEqual([sip]);
  expect(warnings).toEqual([]);
});

test("takes SIPs of every kind; raw keeps everything as sent", async () => {
  const weekly = { ...sipWire, frequency: "weekly", instalment_day: 0, step_up: {}, status: "PAUSED" };
  const amc = { ...sipWire, sip_type: "amc_sip", sip_reg_num: "15158182", instalments: 9999, shiny_new_field: 1 };
  const { kite, warnings } = await servingData([weekly, amc]);
  expect(await getMFSIPs(kite)).toMatchObject([
    { frequency: "weekly", instalment_day: 0, step_up: {}, status: "PAUSED" },
    { sip_type: "amc_sip", instalments: 9999 },
  ]);
  expect((await getMFSIPs.raw(kite)).data).toEqual([weekly, amc]);
  expect(warnings).toEqual([]);
});

test("an odd row hides no other: it is handed on as sent and reported once", async () => {
  const odd = { ...sipWire, created: "yesterday" };
  const { kite, warnings } = await servingData([odd, odd, sipWire]);
  expect((await getMFSIPs(kite)).map(({ created }) => created)).toEqual(["yesterday", "yesterday", sip.created]);
  expect(warnings).toEqual([expect.stringMatching(/^getMFSIPs: data\[0\]\.created: /)]);
});

test("refuses a time limit that cannot be kept, and sends nothing", async () => {
  const { kite, server } = await servingData([]);
  await expect(getMFSIPs(kite, { timeout: 0 })).rejects.toMatchObject({ code: "InvalidInput" });
  expect(server.requests).toEqual([]);
});

test("an error is one, with a status or without", async () => {
  const { kite } = await serving([{ status: 500, json: { error_type: "GeneralException", message: "Down" } }]);
  await expect(getMFSIPs(kite)).rejects.toMatchObject({ code: "GeneralException", status: 500 });
  const { kite: other } = await serving([failing(429, "NetworkException", "Too many requests")]);
  await expect(getMFSIPs(other)).rejects.toMatchObject({ code: "NetworkException", retryable: true });
});
