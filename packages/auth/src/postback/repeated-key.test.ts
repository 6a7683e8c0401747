import fc from "fast-check";
import { expect, test } from "vitest";
import { repeatedKey } from "./repeated-key.ts";

test.each([
  ['{"a":1,"b":2,"a":3}', "a"],
  ['{"a":{},"a":[]}', "a"],
  ['{ "a" : 1 ,\n\t"b":2,"b" : 3 }', "b"],
  ['{"status":1,"\\u0073tatus":2}', "status"],
  ['{"":1,"":2}', ""],
  ['{"\\"":1,"\\"":2}', '"'],
  ['{"__proto__":1,"__proto__":2}', "__proto__"],
])("finds the second one in %s", (json, key) => expect(repeatedKey(json)).toBe(key));

test.each([
  ["{}"],
  ['{"a":1,"A":2}'],
  ['{"a":{"b":1},"b":{"a":1},"c":[{"a":1},{"a":1}]}'],
  ['{"a":"a","b":"\\"a\\":","c":["a","a"]}'],
  ['{"a":"}{","b":"a"}'],
  ['{"a\\\\":1,"b":"a\\\\"}'],
])("finds none in %s", (json) => expect(repeatedKey(json)).toBeUndefined());

test("finds none in what JSON.stringify makes, and every one that is put in", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (object, pick) => {
      const json = JSON.stringify(object, null, pick % 3);
      expect(repeatedKey(json)).toBeUndefined();
      const keys = Object.keys(object);
      const key = keys[pick % keys.length] ?? "";
      expect(repeatedKey(`${json.slice(0, -1)},${JSON.stringify(key)}:0}`)).toBe(key);
    }),
  );
});

test("a text of a million characters is no trouble", () => {
  const long = JSON.stringify('x\\"'.repeat(300_000));
  expect(repeatedKey(`{"a":${long},"b":${long},"a":1}`)).toBe("a");
});
