import { KiteError } from "@kite/core";
import { expect, test } from "vitest";
import { infy } from "../../testing/infy.ts";
import { checkForm, remarkOfRefusal } from "./pad-check.ts";
import { emptyForm, type PadForm } from "./pad-form.ts";

const form: PadForm = { ...emptyForm, quantity: "10", price: "1468.5" };
const quote = { last_price: 1468.5, lower_circuit_limit: 1300, upper_circuit_limit: 1600 };
const check = (change: Partial<PadForm>, now?: Date) => checkForm({ ...form, ...change }, infy, quote, now);

test("finds nothing wrong with a plain order, and everything without an instrument", () => {
  expect(check({})).toEqual([]);
  expect(checkForm(form, undefined, undefined, undefined)).toMatchObject([{ field: "instrument", severity: "error" }]);
});

test("suggests a price that is on the tick and no worse, as text for the field", () => {
  expect(check({ price: "1468.57" })).toEqual([
    {
      field: "price",
      severity: "error",
      message: "1468.57 is not a multiple of the tick 0.1.",
      suggestion: "1468.5",
    },
  ]);
  expect(check({ price: "1468.57", transaction_type: "SELL" })).toMatchObject([{ suggestion: "1468.6" }]);
});

test("what the SDK would refuse is a remark in a sentence beside the field", () => {
  expect(check({ tag: "my tag" })).toEqual([
    { field: "tag", severity: "error", message: "Must be 1 to 12 letters and digits: the rest of 20 makes it unique." },
  ]);
  expect(check({ variety: "iceberg", iceberg_legs: "1" })).toMatchObject([
    { field: "iceberg_legs", severity: "error" },
  ]);
});

test("the hours warn, because holidays and special sessions are not known; another variety is suggested", () => {
  const evening = new Date("2026-01-06T20:00:00+05:30");
  expect(check({}, evening)).toMatchObject([{ field: "variety", severity: "warning", suggestion: "amo" }]);
  expect(check({}, new Date("2026-01-06T11:00:00+05:30"))).toEqual([]);
});

test("a refusal of the server stands beside the field it is about, under the name the form has for it", () => {
  const refused = (field: string, message: string) =>
    remarkOfRefusal(new KiteError({ code: "InputException", endpoint: "placeOrder", message, field }));
  expect(refused("tradingsymbol", "Invalid `tradingsymbol`.")).toEqual({
    field: "instrument",
    severity: "error",
    message: "Invalid `tradingsymbol`.",
  });
  expect(refused("price", "price: must be a price above 0.")?.message).toBe("Must be a price above 0.");
  expect(refused("guid", "no.")).toBeUndefined();
  expect(remarkOfRefusal(new Error("x"))).toBeUndefined();
});
