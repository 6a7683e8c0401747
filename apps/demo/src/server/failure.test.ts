import { KiteError } from "@kite/core";
import { expect, test } from "vitest";
import { Failure, failureOf } from "./failure.ts";

const of = (details: ConstructorParameters<typeof KiteError>[0]) => {
  const { status, answer } = failureOf(new KiteError(details));
  return { status, ...answer };
};

test("what the person got wrong is a 400 with its field", () => {
  expect(
    of({ code: "InvalidInput", endpoint: "convertPosition", field: "quantity", message: "quantity: must be 1" }),
  ).toEqual({
    status: 400,
    code: "InvalidInput",
    message: "convertPosition: quantity: must be 1.",
    what_to_do: "Change what you entered and try again.",
    field: "quantity",
  });
  expect(of({ code: "HoldingException", message: "Insufficient holdings (`x`)" })).not.toHaveProperty("field");
});

test("a write of unknown outcome says so, whatever the error was", () => {
  for (const code of ["Timeout", "ConnectionFailed", "GeneralException"]) {
    expect(of({ code, message: "broke", outcome: "unknown" }).what_to_do).toMatch(/may have taken effect/);
    expect(of({ code, message: "broke" }).what_to_do).not.toMatch(/may have taken effect/);
  }
});

test.each([
  ["TokenException", 403, 401],
  ["PermissionException", 403, 403],
  ["RateLimited", undefined, 429],
  ["NetworkException", 429, 429],
  ["Timeout", undefined, 504],
  ["NetworkException", 503, 502],
  ["SomethingNew", 400, 502],
])("%s with status %s is answered with %s", (code, status, answered) => {
  expect(of({ code, message: "m", status }).status).toBe(answered);
});

test("a mistake of our own tells the page nothing of its inside", () => {
  const { status, answer } = failureOf(new TypeError("secret is not iterable"));
  expect(status).toBe(500);
  expect(JSON.stringify(answer)).not.toContain("secret");
  const own = new Failure(418, { code: "Teapot", message: "m", what_to_do: "w" });
  expect(failureOf(own)).toBe(own);
});
