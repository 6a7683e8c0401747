import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, type Caller, signIn } from "../testing/caller.ts";
import { freshFund, sipTable, unknown } from "../testing/mutual-funds.ts";
import { badField, refused } from "../testing/refused.ts";
import { differences } from "../testing/shape.ts";
import { type Row, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let saver: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS });
  saver = await signIn(simulator);
});
afterEach(() => simulator.close());

describe("SIPs", () => {
  const monthly = { amount: "1000", instalments: "12", frequency: "monthly", instalment_day: "10" };
  const create = async (fields: Record<string, string> = {}): Promise<Answer> =>
    saver.form("POST", "/mf/sips", { tradingsymbol: await freshFund(saver), ...monthly, ...fields });
  const read = async (sip_id: string): Promise<Row> => (await saver.get(`/mf/sips/${sip_id}`)).body.data;

  test("are listed without saying that it is a success, every kind of them", async () => {
    const answer = await saver.get("/mf/sips");
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(["data"]);
    for (const row of answer.body.data) {
      expect(differences(row, sipTable)).toEqual([]);
      expect(await read(row.sip_id)).toEqual({ ...row, fund_source: "pool" });
    }
    expect(answer.body.data).toMatchObject([
      { instalments: -1, pending_instalments: -1, step_up: { "15-02": 10 } },
      { frequency: "weekly", instalment_day: 0, status: "PAUSED" },
      { sip_type: "amc_sip", instalments: 9999 },
    ]);
  });

  test("are created, with an order for the first amount when there is one", async () => {
    const { body } = await create();
    expect(differences(body.data, { sip_id: "str", order_id: "str|null" })).toEqual([]);
    expect(body.data.order_id).toBeNull();
    const row = await read(body.data.sip_id);
    expect(differences(row, { ...sipTable, fund_source: "str" })).toEqual([]);
    expect(row).toMatchObject({
      status: "ACTIVE",
      next_instalment: "2026-03-10",
      instalment_amount: 1000,
      pending_instalments: 12,
      instalment_day: 10,
    });
    const initial = (await create({ initial_amount: "7000" })).body.data.order_id;
    expect((await saver.get(`/mf/orders/${initial}`)).body.data).toMatchObject({ amount: 7000, status: "OPEN" });
  });

  test.each([
    ["monthly", "31", "2026-03-31", 31],
    ["monthly", "2", "2026-04-02", 2],
    ["weekly", "5", "2026-03-09", 0],
    ["quarterly", "5", "2026-06-02", 0],
  ])("%s on %s takes money next on %s", async (frequency, instalment_day, next, day) => {
    const { sip_id } = (await create({ frequency, instalment_day })).body.data;
    expect(await read(sip_id)).toMatchObject({ next_instalment: next, instalment_day: day });
  });

  test("are changed field by field, paused, and cancelled for good", async () => {
    const { sip_id } = (await create()).body.data;
    const path = `/mf/sips/${sip_id}`;
    const changes = { amount: "2500", status: "paused", instalments: "-1", step_up: '{"01-04":5}' };
    expect((await saver.form("PUT", path, changes)).body).toEqual({ status: "success", data: { sip_id } });
    expect(await read(sip_id)).toMatchObject({
      status: "PAUSED",
      instalment_amount: 2500,
      pending_instalments: -1,
      instalment_day: 10,
      step_up: { "01-04": 5 },
    });
    await saver.form("PUT", path, { status: "active" });
    expect(await read(sip_id)).toMatchObject({ status: "ACTIVE", instalment_amount: 2500 });
    expect((await saver.send(path, { method: "DELETE" })).body.data).toEqual({ sip_id });
    expect(await read(sip_id)).toMatchObject({ status: "CANCELLED" });
    const over = refused(400, "InputException", "SIP is cancelled.");
    expect(await saver.form("PUT", path, changes)).toEqual(over);
    expect(await saver.send(path, { method: "DELETE" })).toEqual(over);
  });

  test.each([
    ["an unknown fund", { tradingsymbol: "INF000000000" }, "tradingsymbol"],
    ["no amount", { amount: "" }, "amount"],
    ["no instalments", { instalments: "0" }, "instalments"],
    ["half an instalment", { instalments: "1.5" }, "instalments"],
    ["an unknown frequency", { frequency: "daily" }, "frequency"],
    ["a day no month has", { instalment_day: "32" }, "instalment_day"],
    ["a step up that is no JSON", { step_up: "{" }, "step_up"],
    ["a step up without percent", { step_up: '{"01-04":"5"}' }, "step_up"],
  ])("refuses %s", async (_, fields, field) => {
    expect(await create(fields as Record<string, string>)).toEqual(badField(field));
  });

  test("refuses a status of its own, and ids that nobody has", async () => {
    const { sip_id } = (await create()).body.data;
    expect(await saver.form("PUT", `/mf/sips/${sip_id}`, { status: "gone" })).toEqual(badField("status"));
    expect(await saver.get("/mf/sips/x")).toEqual(unknown("sip_id"));
    expect(await saver.form("PUT", "/mf/sips/x", {})).toEqual(unknown("sip_id"));
    expect(await saver.send("/mf/sips/x", { method: "DELETE" })).toEqual(unknown("sip_id"));
  });
});
