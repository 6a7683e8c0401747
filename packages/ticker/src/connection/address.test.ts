import { expect, test } from "vitest";
import { addressOf } from "./address.ts";

test("says whose stream it is in the query, in a form that survives odd characters", () => {
  const address = addressOf("wss://ws.kite.trade", { api_key: "k&y", access_token: "t+o/k=n", user_id: undefined });
  expect(address).toBe("wss://ws.kite.trade?api_key=k%26y&access_token=t%2Bo%2Fk%3Dn");
  expect(addressOf("wss://ws.example", { api_key: "k", access_token: "t", user_id: "AB1234" })).toContain(
    "user_id=AB1234",
  );
});

test("behind a gateway there is neither key nor token in it", () => {
  expect(addressOf("wss://page.example/kite", { api_key: undefined, access_token: "t", user_id: undefined })).toBe(
    "wss://page.example/kite",
  );
});
