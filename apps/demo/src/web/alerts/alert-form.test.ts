import { type CreateAlertParams, createAlert, modifyAlert } from "@kite/alerts";
import { expect, test, vi } from "vitest";
import { signedIn } from "../testing/signed-in.ts";
import { checkAlert } from "./alert-check.ts";
import {
  type AlertForm,
  type Chosen,
  definitionFrom,
  emptyAlert,
  formOfAlert,
  suggestedName,
} from "./alert-form-state.ts";
import { basketToKeep, definitionOf } from "./alert-params.ts";
import { readAlerts } from "./alerts-figures.ts";

// a simulator with everything listed takes its time on a machine that does other things too
vi.setConfig({ testTimeout: 20_000 });

const infy: Chosen = {
  ...{ key: "NSE:INFY", instrument_token: 1, exchange: "NSE", tradingsymbol: "INFY", segment: "NSE" },
  ...{ tick_size: 0.1, lot_size: 1 },
};
const nifty: Chosen = { ...infy, key: "NSE:NIFTY 50", tradingsymbol: "NIFTY 50", segment: "INDICES" };
const tcs: Chosen = { ...infy, key: "NSE:TCS", tradingsymbol: "TCS" };
const simple: AlertForm = { ...emptyAlert, rhs_constant: "1,600" };
const order = { ...emptyAlert.order, product: "CNC", quantity: "5" };
const ato: AlertForm = { ...simple, type: "ato", order };

test("nothing is wrong with each kind of alert, and the SDK would send it", () => {
  for (const form of [simple, ato, { ...simple, rhs_type: "instrument", rhs: tcs } as const]) {
    expect(checkAlert(form, infy, 1500)).toEqual({});
  }
  expect(checkAlert({ ...ato, ordered: infy }, nifty, 24_000)).toEqual({});
});

test.each<[field: string, error: string, form: AlertForm, lhs?: Chosen]>([
  ["rhs_constant", "Enter a price.", { ...simple, rhs_constant: "" }],
  ["rhs_constant", "Enter a number.", { ...simple, rhs_constant: "-4" }],
  ["rhs_constant", "Enter a price above 0.", { ...simple, rhs_constant: "0" }],
  ["rhs_tradingsymbol", "Choose what to compare with.", { ...simple, rhs_type: "instrument" }],
  [
    "rhs_tradingsymbol",
    "Choose another instrument: a price always equals itself.",
    { ...simple, rhs_type: "instrument", rhs: infy },
  ],
  ["basket.items[0].params.quantity", "Enter a whole number.", { ...ato, order: { ...order, quantity: "1.5" } }],
  ["basket.items[0].params.quantity", "A lot is 65: enter a multiple of that.", ato, { ...infy, lot_size: 65 }],
  ["basket.items[0].params.price", "Enter a limit.", { ...ato, order: { ...order, order_type: "LIMIT" } }],
  ["basket.items[0].params.product", "Choose a product.", { ...ato, order: { ...order, product: "" } }],
  ["basket.items[0].tradingsymbol", "Nobody trades an index: choose what to order.", ato, { ...nifty, lot_size: 0 }],
])("beside %s: %s", (field, error, form, lhs = infy) => {
  expect(checkAlert(form, lhs, 1500)).toEqual({ [field]: error });
});

test("a name that is left empty tells the condition", () => {
  expect(suggestedName(simple, infy)).toBe("INFY ≥ ₹1,600.00");
  expect(suggestedName({ ...simple, rhs_type: "instrument", rhs: tcs }, infy)).toBe("INFY ≥ TCS");
  expect(suggestedName(emptyAlert, infy)).toBe("INFY");
  expect(definitionFrom({ ...simple, name: " mine " }, infy, 1500).name).toBe("mine");
});

test("an index is on an exchange of its own", () => {
  expect(definitionFrom(simple, nifty, 24_000)).toMatchObject({ lhs_exchange: "INDICES", rhs_constant: 1600 });
});

test("an alert that is there comes back into the form as it was, and its definition can be sent again", async () => {
  const { kite } = await signedIn();
  const limit = { ...order, order_type: "LIMIT", price: "1450" } as const;
  const form: AlertForm = {
    ...ato,
    name: "dip",
    operator: "<",
    rhs_type: "instrument",
    rhs: tcs,
    rhs_constant: "",
    order: limit,
  };
  await createAlert(kite, definitionFrom(form, infy, 1500));
  const [alert] = await readAlerts(kite);
  expect(alert && formOfAlert(alert, { rhs: tcs, ordered: undefined })).toEqual(form);
  await createAlert(kite, definitionOf(alert as NonNullable<typeof alert>));
  const [one, other] = await readAlerts(kite);
  expect([one?.name, one?.basket?.items[0]?.params]).toEqual([other?.name, other?.basket?.items[0]?.params]);
});

test("orders that the form cannot show whole are kept as they are", async () => {
  const { kite } = await signedIn();
  const definition = definitionFrom(ato, infy, 1500);
  const [item] = definition.basket?.items ?? [];
  const stop = {
    transaction_type: "SELL",
    product: "CNC",
    order_type: "SL",
    price: 1400,
    trigger_price: 1410,
    quantity: 1,
  };
  await createAlert(kite, definition);
  const [plain] = await readAlerts(kite);
  expect(plain && basketToKeep(plain)).toBeUndefined();
  for (const items of [
    [item, item],
    [{ ...item, params: stop }],
    [{ ...item, params: { ...item?.params, tags: ["x"] } }],
  ]) {
    const { kite: other } = await signedIn();
    await createAlert(other, { ...definition, basket: { items } } as CreateAlertParams);
    const [alert] = await readAlerts(other);
    expect(alert && basketToKeep(alert)).toEqual(alert?.basket);
    expect(alert?.basket?.items).toHaveLength(items.length);
  }
});

test("one that placed its order is off until its definition is sent again", async () => {
  const { kite, simulator } = await signedIn();
  simulator.setPrice("NSE:INFY", 1500);
  await createAlert(kite, definitionFrom(ato, infy, 1500));
  simulator.setPrice("NSE:INFY", 1601);
  const [fired] = await readAlerts(kite);
  expect([fired?.status, fired?.alert_count]).toEqual(["disabled", 1]);
  // else it would fire again at once
  simulator.setPrice("NSE:INFY", 1500);
  if (fired) await modifyAlert(kite, { uuid: fired.uuid, ...definitionOf(fired) });
  expect((await readAlerts(kite))[0]?.status).toBe("enabled");
});
