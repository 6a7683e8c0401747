import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../refusal.ts";
import { readMessage } from "./client-message.ts";

test("reads what official clients send", () => {
  expect(readMessage('{"a":"subscribe","v":[408065,884737]}')).toEqual({
    action: "subscribe",
    tokens: [408065, 884737],
  });
  expect(readMessage('{"a":"unsubscribe","v":[408065]}')).toEqual({ action: "unsubscribe", tokens: [408065] });
  expect(readMessage('{"a":"mode","v":["full",[4294967295]]}')).toEqual({
    action: "mode",
    mode: "full",
    tokens: [4_294_967_295],
  });
});

test.each([
  ["{", "The message is no JSON object."],
  ["null", "The message is no JSON object."],
  ['"subscribe"', "The message is no JSON object."],
  ["[1]", "Unknown action undefined."],
  ['{"a":"buy","v":[1]}', 'Unknown action "buy".'],
  ['{"a":"toString","v":[1]}', 'Unknown action "toString".'],
  ['{"a":"subscribe"}', "Expected a list of instrument tokens."],
  ['{"a":"subscribe","v":["408065"]}', "Expected a list of instrument tokens."],
  ['{"a":"subscribe","v":[1.5]}', "Expected a list of instrument tokens."],
  ['{"a":"subscribe","v":[-1]}', "Expected a list of instrument tokens."],
  ['{"a":"unsubscribe","v":[4294967296]}', "Expected a list of instrument tokens."],
  ['{"a":"mode","v":["ltpc",[1]]}', 'Unknown mode "ltpc".'],
  ['{"a":"mode","v":"full"}', "Unknown mode undefined."],
  ['{"a":"mode","v":["full",1]}', "Expected a list of instrument tokens."],
])("refuses %s", (text, message) => {
  expect(() => readMessage(text)).toThrow(new Refusal(400, "InputException", message));
});

test("no text makes it stumble", () => {
  const json = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ a: fc.constantFrom("subscribe", "mode", 1), v: fc.jsonValue() }).map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(json, (text) => {
      try {
        expect(readMessage(text).tokens.every((token) => Number.isInteger(token))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
  );
});
