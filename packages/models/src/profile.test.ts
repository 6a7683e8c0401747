import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { ProfileSchema } from "./profile.ts";

const wire = {
  user_id: "XX0000",
  user_name: "Asha Verma",
  user_shortname: "Asha",
  email: "asha@example.com",
  user_type: "individual",
  broker: "ZERODHA",
  exchanges: ["NSE", "BSE", "MF"],
  products: ["CNC", "NRML"],
  order_types: ["MARKET", "LIMIT"],
  avatar_url: null,
  meta: { demat_consent: "consent" },
};

test("keeps the documented fields", () => {
  expect(parse(ProfileSchema, { ...wire, shiny_new_field: 1 })).toEqual(wire);
});

test("names the fields of a wrong type", () => {
  const { issues } = safeParse(ProfileSchema, { ...wire, user_id: 1000, products: "CNC", meta: null });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["user_id", "products", "meta"]);
});
