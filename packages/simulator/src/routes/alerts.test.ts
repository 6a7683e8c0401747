import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { alertTable, ato, basket, item, params, simple } from "../testing/alert-forms.ts";
import { type Answer, Caller, signIn } from "../testing/caller.ts";
import { badField, badToken, refused } from "../testing/refused.ts";
import { differences } from "../testing/shape.ts";
import { cashUser, type Row, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

const create = (form: Record<string, string> = simple): Promise<Answer> => trader.form("POST", "/alerts", form);
const created = async (form: Record<string, string> = simple): Promise<string> => (await create(form)).body.data.uuid;
const read = async (uuid: string): Promise<Row> => (await trader.get(`/alerts/${uuid}`)).body.data;
const history = async (uuid: string): Promise<Row[]> => (await trader.get(`/alerts/${uuid}/history`)).body.data;

describe("an alert", () => {
  test("is created, read and listed with exactly the documented keys", async () => {
    const answer = await create();
    expect(answer).toMatchObject({ status: 200, type: "application/json", body: { status: "success" } });
    const row = answer.body.data;
    expect(differences(row, alertTable)).toEqual([]);
    expect(row.uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
    expect(row).toMatchObject({
      type: "simple",
      user_id: "CASH01",
      status: "enabled",
      disabled_reason: "",
      rhs_constant: 1450.5,
      rhs_attribute: "",
      rhs_exchange: "",
      rhs_tradingsymbol: "",
      alert_count: 0,
    });
    expect(await read(row.uuid)).toEqual(row);
    expect((await trader.get("/alerts")).body.data).toEqual([row]);
    expect(await history(row.uuid)).toEqual([]);
  });

  test("shows its basket when it is read, not when it is made", async () => {
    const answer = await create(ato);
    expect(differences(answer.body.data, alertTable)).toEqual([]);
    const row = await read(answer.body.data.uuid);
    expect(differences(row, { ...alertTable, basket: "object" })).toEqual([]);
    const { type: _, ...shown } = item;
    expect(row.basket).toEqual({ items: [{ ...shown, id: 1, instrument_token: 408_065 }] });
  });

  test("is replaced as a whole by a modification", async () => {
    const uuid = await created();
    const form = { ...simple, name: "Dear", operator: ">", rhs_constant: "1600" };
    const { body } = await trader.form("PUT", `/alerts/${uuid}`, form);
    expect(differences(body.data, alertTable)).toEqual([]);
    expect(await read(uuid)).toMatchObject({ uuid, name: "Dear", operator: ">", rhs_constant: 1600 });
  });

  test("is only marked when it is deleted, several at once", async () => {
    const uuids = [await created(), await created(), await created()];
    const path = `/alerts?uuid=${uuids[0]}&uuid=${uuids[2]}`;
    const gone = await trader.send(path, { method: "DELETE" });
    expect([gone.status, gone.body]).toEqual([200, { status: "success", data: null }]);
    expect(await read(uuids[0] ?? "")).toMatchObject({ status: "deleted" });
    expect((await trader.get("/alerts?status=enabled")).body.data).toMatchObject([{ uuid: uuids[1] }]);
    expect((await trader.get("/alerts?status=deleted")).body.data).toHaveLength(2);
    expect((await trader.send(path, { method: "DELETE" })).status).toBe(200);
    expect(await trader.form("PUT", `/alerts/${uuids[0]}`, simple)).toEqual(
      refused(400, "InputException", "Alert is deleted."),
    );
    simulator.setPrice("NSE:INFY", 1400);
    expect(await history(uuids[0] ?? "")).toEqual([]);
  });

  test("comes page by page", async () => {
    const uuids: string[] = [];
    for (let number = 0; number < 5; number += 1) uuids.push(await created());
    const page = async (query: string): Promise<string[]> =>
      (await trader.get(`/alerts?${query}`)).body.data.map((row: Row) => row.uuid);
    expect(await page("page=2&page_size=2")).toEqual(uuids.slice(2, 4));
    expect(await page("page=3&page_size=2")).toEqual(uuids.slice(4));
    expect(await page("page=4&page_size=2")).toEqual([]);
    expect(await page("page=1")).toEqual(uuids);
    expect(await page("status=enabled&page_size=1")).toEqual(uuids.slice(0, 1));
  });
});

describe("refused", () => {
  const changed = (change: Record<string, unknown>): string => JSON.stringify({ ...basket, ...change });

  test.each<[string, Record<string, string>, string]>([
    ["no name", { ...simple, name: "" }, "name"],
    ["an unknown type", { ...simple, type: "loud" }, "type"],
    ["an unknown exchange", { ...simple, lhs_exchange: "NYSE" }, "lhs_exchange"],
    ["an unlisted symbol", { ...simple, lhs_tradingsymbol: "NOSUCH" }, "lhs_tradingsymbol"],
    ["a share among the indices", { ...simple, lhs_exchange: "INDICES" }, "lhs_tradingsymbol"],
    ["an unknown attribute", { ...simple, lhs_attribute: "Volume" }, "lhs_attribute"],
    ["an unknown operator", { ...simple, operator: "=" }, "operator"],
    ["an unknown right side", { ...simple, rhs_type: "price" }, "rhs_type"],
    ["no constant", { ...simple, rhs_constant: "" }, "rhs_constant"],
    ["a constant in words", { ...simple, rhs_constant: "low" }, "rhs_constant"],
    ["no other instrument", { ...simple, rhs_type: "instrument" }, "rhs_exchange"],
    ["an ato alert without a basket", { ...simple, type: "ato" }, "basket"],
    ["a basket that is no JSON", { ...ato, basket: "{" }, "basket"],
    ["a basket of another type", { ...ato, basket: changed({ type: "order" }) }, "basket"],
    ["an empty basket", { ...ato, basket: changed({ items: [] }) }, "basket"],
    ["an item of another type", { ...ato, basket: changed({ items: [{ ...item, type: "update" }] }) }, "basket"],
    ["an item without params", { ...ato, basket: changed({ items: [{ ...item, params: undefined }] }) }, "params"],
    [
      "an item with an unknown product",
      { ...ato, basket: changed({ items: [{ ...item, params: { ...params, product: "XYZ" } }] }) },
      "product",
    ],
  ])("%s", async (_, form, field) => {
    expect(await create(form)).toEqual(badField(field));
    expect(await trader.form("PUT", `/alerts/${await created()}`, form)).toEqual(badField(field));
  });

  test.each([
    ["status=gone", "status"],
    ["page=0", "page"],
    ["page_size=many", "page_size"],
  ])("a list with %s", async (query, field) => {
    expect(await trader.get(`/alerts?${query}`)).toEqual(badField(field));
  });

  test("an id that nobody has, and none at all", async () => {
    const unknown = refused(404, "GeneralException", "Couldn't find that `uuid`.");
    expect(await trader.get("/alerts/x")).toEqual(unknown);
    expect(await trader.get("/alerts/x/history")).toEqual(unknown);
    expect(await trader.form("PUT", "/alerts/x", simple)).toEqual(unknown);
    const uuid = await created();
    expect(await trader.send(`/alerts?uuid=${uuid}&uuid=x`, { method: "DELETE" })).toEqual(unknown);
    expect(await read(uuid)).toMatchObject({ status: "enabled" });
    expect(await trader.send("/alerts", { method: "DELETE" })).toEqual(badField("uuid"));
  });

  test("nobody's request", async () => {
    expect(await new Caller(simulator).get("/alerts")).toEqual(badToken);
    expect(await new Caller(simulator).form("POST", "/alerts", simple)).toEqual(badToken);
  });
});
