import { expect, test } from "vitest";
import { readPageMessage } from "./page-message.ts";

test.each([
  [
    { a: "subscribe", v: [408065, 265] },
    { a: "subscribe", tokens: [408065, 265] },
  ],
  [
    { a: "unsubscribe", v: [408065] },
    { a: "unsubscribe", tokens: [408065] },
  ],
  [
    { a: "mode", v: ["full", [408065]] },
    { a: "mode", mode: "full", tokens: [408065] },
  ],
])("%j is understood", (message, read) => {
  expect(readPageMessage(JSON.stringify(message))).toEqual(read);
});

test.each([
  "",
  "null",
  "7",
  "[]",
  '{"a":"subscribe"}',
  '{"a":"subscribe","v":["408065"]}',
  '{"a":"subscribe","v":[-1]}',
  '{"a":"subscribe","v":[4294967296]}',
  '{"a":"mode","v":["all",[1]]}',
  '{"a":"mode","v":["full"]}',
  '{"a":"order","v":[1]}',
])("%s is not", (text) => {
  expect(readPageMessage(text)).toBeUndefined();
});
