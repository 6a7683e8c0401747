import { expect, test } from "vitest";
import { keepKeys, keptKeys } from "./kept-keys.ts";

function storage(kept?: string) {
  let text = kept ?? null;
  return {
    getItem: () => text,
    setItem(_: string, value: string) {
      text = value;
    },
  };
}

test("what is kept is there again, also when it is nothing", () => {
  for (const keys of [["NSE:INFY", "NSE:NIFTY 50"], []]) {
    const place = storage();
    keepKeys(place, "watched", keys);
    expect(keptKeys(place, "watched")).toEqual(keys);
  }
});

test.each([undefined, "", "{", "7", '{"a":1}'])("%j is no list", (kept) => {
  expect(keptKeys(storage(kept), "watched")).toBeUndefined();
});

test("a browser that keeps nothing is no problem", () => {
  const refusing = () => {
    throw new DOMException("denied", "SecurityError");
  };
  expect(keptKeys({ getItem: refusing }, "watched")).toBeUndefined();
  expect(() => keepKeys({ setItem: refusing }, "watched", ["NSE:INFY"])).not.toThrow();
});
