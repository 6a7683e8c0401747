import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { SessionSchema } from "./session.ts";

const wire = {
  user_id: "XX0000",
  user_name: "Asha Verma",
  user_shortname: "Asha",
  email: "asha@example.com",
  user_type: "individual",
  broker: "ZERODHA",
  exchanges: ["NSE", "BSE", "NFO", "MF"],
  products: ["CNC", "NRML", "MIS", "BO", "CO"],
  order_types: ["MARKET", "LIMIT", "SL", "SL-M"],
  avatar_url: "https://example.com/asha.png",
  meta: { demat_consent: "physical" },
  api_key: "testkey",
  access_token: "testaccess",
  public_token: "testpublic",
  refresh_token: "",
  login_time: "2025-01-17 08:45:12",
};

test("reads the login time as a Date and keeps the rest", () => {
  expect(parse(SessionSchema, wire)).toEqual({ ...wire, login_time: new Date("2025-01-17T03:15:12Z") });
});

test("drops what is not documented", () => {
  const session = parse(SessionSchema, { ...wire, enctoken: "testenc", silo: "" });
  expect(Object.keys(session).sort()).toEqual(Object.keys(wire).sort());
});

test("takes a user without avatar or consent, and values Kite adds later", () => {
  const odd = {
    ...wire,
    avatar_url: null,
    meta: { demat_consent: "" },
    user_type: "huf",
    exchanges: ["NSE", "NSEIX"],
    products: ["CNC", "NEW"],
    order_types: ["TWAP"],
  };
  expect(parse(SessionSchema, odd)).toEqual({ ...odd, login_time: new Date("2025-01-17T03:15:12Z") });
});

test("names the fields of a wrong type, and still reads the login time", () => {
  const { output, issues } = safeParse(SessionSchema, { ...wire, exchanges: ["NSE", 7], access_token: null, meta: {} });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["exchanges.1", "meta.demat_consent", "access_token"]);
  expect(output).toMatchObject({
    exchanges: ["NSE", 7],
    access_token: null,
    login_time: new Date("2025-01-17T03:15:12Z"),
  });
});

test("a session without a login time is an issue", () => {
  for (const login_time of ["", "0001-01-01 00:00:00", null]) {
    const { issues } = safeParse(SessionSchema, { ...wire, login_time });
    expect(issues?.map((issue) => getDotPath(issue))).toEqual(["login_time"]);
  }
});
