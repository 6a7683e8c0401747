import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { FullProfileSchema } from "./full-profile.ts";

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
  twofa_type: "totp",
  phone: "*9999",
  pan: "*999Z",
  bank_accounts: [{ name: "A BANK", branch: "", account: "*1234" }],
  dp_ids: ["1208160000000001"],
  tags: ["request_holdings"],
  password_timestamp: "2024-11-30 18:05:09",
  twofa_timestamp: "1970-01-01 00:00:00",
  meta: { poa: "physical", silo: "", account_blocks: [] },
};

test("reads times as Dates and a placeholder as null", () => {
  expect(parse(FullProfileSchema, wire)).toEqual({
    ...wire,
    password_timestamp: new Date("2024-11-30T12:35:09Z"),
    twofa_timestamp: null,
  });
});

test("keeps account blocks of any shape", () => {
  const meta = { ...wire.meta, account_blocks: ["mf", { reason: 3 }, null] };
  expect(parse(FullProfileSchema, { ...wire, meta }).meta).toEqual(meta);
});

test("names the fields of a wrong type, and still reads the times", () => {
  const bank_accounts = [...wire.bank_accounts, { name: "B BANK", branch: null, account: "*5" }];
  const { output, issues } = safeParse(FullProfileSchema, { ...wire, bank_accounts, meta: { demat_consent: "" } });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual([
    "bank_accounts.1.branch",
    "meta.poa",
    "meta.silo",
    "meta.account_blocks",
  ]);
  expect(output).toMatchObject({ bank_accounts, password_timestamp: new Date("2024-11-30T12:35:09Z") });
});
