import { expect, test } from "vitest";
import { moved } from "./moved.ts";

const keys = ["NSE:INFY", "NSE:TCS", "NSE:SBIN"];

test("trades places with the one above or below", () => {
  expect(moved(keys, "NSE:TCS", -1)).toEqual(["NSE:TCS", "NSE:INFY", "NSE:SBIN"]);
  expect(moved(keys, "NSE:TCS", 1)).toEqual(["NSE:INFY", "NSE:SBIN", "NSE:TCS"]);
});

test("at an end it stays, and what is not there moves nothing", () => {
  expect(moved(keys, "NSE:INFY", -1)).toBe(keys);
  expect(moved(keys, "NSE:SBIN", 1)).toBe(keys);
  expect(moved(keys, "NSE:GONE", 1)).toBe(keys);
});
