import { expect, test } from "vitest";
import { Claims } from "./claims.ts";

const one = {};
const two = {};

test("the highest mode of all who ask is what counts", () => {
  const claims = new Claims();
  claims.add(1, one, "quote");
  expect(claims.mode(1)).toBe("quote");
  claims.add(1, two, "full");
  expect(claims.mode(1)).toBe("full");
  claims.add(1, two, "ltp");
  expect(claims.mode(1)).toBe("quote");
});

test("an instrument is wanted until the last one lets go", () => {
  const claims = new Claims();
  claims.add(1, one, "full");
  claims.add(1, two, "ltp");
  claims.remove(1, one);
  claims.remove(1, one);
  expect(claims.mode(1)).toBe("ltp");
  claims.remove(1, two);
  expect(claims.mode(1)).toBeUndefined();
  expect(claims.size).toBe(0);
});

test("changes and ends the claims of everybody", () => {
  const claims = new Claims();
  claims.add(1, one, "full");
  claims.add(1, two, "quote");
  claims.setMode(1, "ltp");
  expect(claims.mode(1)).toBe("ltp");
  claims.clear(1);
  expect(claims.has(1)).toBe(false);
  expect(claims.holds(1, one)).toBe(false);
  claims.remove(1, one);
  expect(claims.size).toBe(0);
});
