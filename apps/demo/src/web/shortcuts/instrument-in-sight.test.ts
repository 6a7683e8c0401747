import { expect, test } from "vitest";
import { instrumentAt } from "./instrument-in-sight.ts";

test.each([
  ["#/market/NSE:INFY", "NSE:INFY"],
  ["#/market/NSE%3AM%26M", "NSE:M&M"],
  ["#/orders/NFO%3ANIFTY24DEC24000CE?side=BUY", "NFO:NIFTY24DEC24000CE"],
  ["#/gtt/BSE:SBIN", "BSE:SBIN"],
])("%s names %s", (address, key) => {
  expect(instrumentAt(address)).toBe(key);
});

test.each(["#/market", "#/market?side=BUY", "#/portfolio/NSE:INFY", "#/market/%", "", null])(
  "%j names no instrument",
  (address) => {
    expect(instrumentAt(address)).toBeUndefined();
  },
);
