import { number, object, omit, parse, pick, pipe, safeParse, string, transform } from "valibot";
import { expect, test } from "vitest";
import { type Fields, inDoubt, quick } from "./quick.ts";

interface Row {
  name: string;
  size: number;
}
const readRow = ({ name, size }: Fields<Row>) => ({
  name: typeof name === "string" ? `${name}, read quickly` : inDoubt(),
  size: typeof size === "number" ? size : inDoubt(),
});
const schema = () => object({ name: string(), size: number() });
const row = { name: "a", size: 1 };
const read = { name: "a, read quickly", size: 1 };

test("takes the quick way where it knows the value", () => {
  expect(parse(quick(schema(), readRow), { ...row, more: 2 })).toStrictEqual(read);
});

test.each([[{ name: "a" }], [{ name: 5, size: 1 }], [null], ["row"], [undefined]])(
  "leaves %j to the schema, which says what is wrong",
  (value) => {
    expect(safeParse(quick(schema(), readRow), value).issues).toEqual(safeParse(schema(), value).issues);
  },
);

test("schemas made of it take their own fields", () => {
  const quickly = quick(schema(), readRow);
  expect(parse(pick(quickly, ["name"]), row)).toStrictEqual({ name: "a" });
  expect(parse(omit(quickly, ["name"]), { size: 1 })).toStrictEqual({ size: 1 });
  const size = pipe(
    quickly,
    transform((whole) => whole.name),
  );
  expect(parse(size, row)).toBe(read.name);
});

test("what breaks in the quick way is left to the schema", () => {
  const broken = () => {
    throw new RangeError("broken");
  };
  expect(parse(quick(schema(), broken), row)).toEqual(parse(schema(), row));
});
