import { expect, test } from "vitest";
import { configuredExchange } from "./exchange.ts";

const account = { KITE_API_KEY: "key", KITE_API_SECRET: "secret" };

test("without an account there is nothing configured", () => {
  expect(configuredExchange({})).toBeUndefined();
  expect(configuredExchange({ KITE_API_KEY: "", KITE_API_SECRET: "" })).toBeUndefined();
});

test("an account is the real one, unless another place is named", () => {
  expect(configuredExchange(account)).toMatchObject({ name: "production", environment: "production" });
  expect(configuredExchange({ ...account, KITE_ENVIRONMENT: "sandbox" })).toMatchObject({ name: "sandbox" });
  expect(configuredExchange({ ...account, KITE_ENVIRONMENT: "http://127.0.0.1:4010" })).toMatchObject({
    name: "custom",
    environment: { root: "http://127.0.0.1:4010" },
  });
});

test("half an account and an unknown place are errors that show no secret", () => {
  const refuse = (variables: Parameters<typeof configuredExchange>[0]) => {
    try {
      configuredExchange(variables);
    } catch (error) {
      return String(error);
    }
    return undefined;
  };
  expect(refuse({ KITE_API_SECRET: "s3cret" })).toContain("set both");
  expect(refuse({ KITE_API_KEY: "key" })).toContain("set both");
  expect(refuse({ KITE_ENVIRONMENT: "sandbox" })).toContain("KITE_API_KEY and KITE_API_SECRET are not");
  expect(refuse({ ...account, KITE_ENVIRONMENT: "staging" })).toContain("KITE_ENVIRONMENT must be");
  expect(refuse({ KITE_API_SECRET: "s3cret" })).not.toContain("s3cret");
});
