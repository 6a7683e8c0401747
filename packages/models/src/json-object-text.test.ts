import fc from "fast-check";
import { parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { JsonObjectTextSchema } from "./json-object-text.ts";

test("reads back every object that was written as JSON text", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const text = JSON.stringify(object);
      expect(parse(JsonObjectTextSchema, text)).toEqual(JSON.parse(text));
    }),
  );
});

test("never throws, and keeps every text that is no object", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const value = parse(JsonObjectTextSchema, text);
      if (typeof value === "string") expect(value).toBe(text);
      else expect(value).toEqual(JSON.parse(text));
    }),
  );
});

test("keeps null, and an object that is no longer text", () => {
  expect(parse(JsonObjectTextSchema, null)).toBeNull();
  expect(parse(JsonObjectTextSchema, { gtt: 1 })).toEqual({ gtt: 1 });
});

test("a number is an issue", () => {
  expect(safeParse(JsonObjectTextSchema, 7)).toMatchObject({ success: false, output: 7 });
});
