import { expect, test } from "vitest";
import { observe, success } from "./testing/observe.ts";

const genuine = {
  order_id: "220303000308932",
  order_timestamp: "2022-03-03 09:24:25",
  checksum: "a1edcbdbcb51292cddfded250595d4e191b95da92d9b9914e591383ae4fe6852",
};

test.each([
  ["a genuine postback", genuine, true],
  ["another secret", { ...genuine, order_id: "1" }, false],
  ["a checksum of another length", { ...genuine, checksum: "a1" }, false],
  ["a checksum in capitals", { ...genuine, checksum: genuine.checksum.toUpperCase() }, false],
  ["a number for a checksum", { ...genuine, checksum: 7 }, false],
])("%s: both clients say the same, at once", async (_, payload, verdict) => {
  const { official, ours } = await observe((kc) => [kc.validatePostback(payload, "testsecret")], success({}));
  expect(official.resolved).toEqual([verdict]);
  expect(ours.resolved).toEqual([verdict]);
});
