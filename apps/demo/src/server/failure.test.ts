import { expect, test } from "vitest";
import { Failure, failureOf } from "./failure.ts";

test("a mistake of our own tells the page nothing of its inside", () => {
  const { status, answer } = failureOf(new TypeError("secret is not iterable"));
  expect(status).toBe(500);
  expect(JSON.stringify(answer)).not.toContain("secret");
  const own = new Failure(418, { code: "Teapot", message: "m", what_to_do: "w" });
  expect(failureOf(own)).toBe(own);
});
