import { inspect } from "node:util";
import { expect, test } from "vitest";
import { isKiteError, KiteError } from "./errors.ts";

test("puts the endpoint in front of the message", () => {
  const error = new KiteError({
    code: "Timeout",
    endpoint: "getHoldings",
    message: "no complete answer within 7000 ms",
  });
  expect(error.message).toBe("getHoldings: no complete answer within 7000 ms");
  expect(error).toBeInstanceOf(Error);
});

test("is recognised by code, and across two installed copies of the package", async () => {
  const error = new KiteError({ code: "TokenException", message: "over" });
  expect(isKiteError(error)).toBe(true);
  expect(isKiteError(error, "TokenException")).toBe(true);
  expect(isKiteError(error, "InputException")).toBe(false);
  expect(isKiteError(new Error("over"))).toBe(false);
  expect(isKiteError(null)).toBe(false);
  expect(isKiteError("TokenException")).toBe(false);

  const specifier = "./errors.ts?second-copy";
  const copy = (await import(/* @vite-ignore */ specifier)) as typeof import("./errors.ts");
  expect(copy.KiteError).not.toBe(KiteError);
  expect(isKiteError(new copy.KiteError({ code: "Aborted", message: "x" }), "Aborted")).toBe(true);
});

test("keeps the answer for those who ask, and out of every printed form", () => {
  const error = new KiteError({ code: "SchemaMismatch", message: "odd", answer: { access_token: "S3CRET" } });
  expect(error.answer()).toEqual({ access_token: "S3CRET" });
  const printed = [
    inspect(error, { showHidden: true, depth: 9, getters: true }),
    JSON.stringify(error),
    String(error),
    error.stack,
  ];
  expect(printed.join("\n")).not.toContain("S3CRET");
});
