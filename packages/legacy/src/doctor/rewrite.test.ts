import { expect, test } from "vitest";
import { diff } from "./diff.ts";
import { examine } from "./examine.ts";
import { rewrite } from "./rewrite.ts";

const rewritten = (code: string, file = "bot.js") => rewrite(examine(file, code)).code;
const client = "const { KiteConnect } = require('@kite/legacy');\nconst kc = new KiteConnect({ api_key });\n";

test.each([
  ['import { KiteConnect } from "kiteconnect";', 'import { KiteConnect } from "@kite/legacy";'],
  ["import type { Order } from 'kiteconnect';", "import type { Order } from '@kite/legacy';"],
  ["const k = require(`kiteconnect`);", "const k = require(`@kite/legacy`);"],
  ['export * from "kiteconnect";', 'export * from "@kite/legacy";'],
  ["jest.mock('kiteconnect', () => fake);", "jest.mock('@kite/legacy', () => fake);"],
  ['type T = import("kiteconnect").Connect;', 'type T = import("@kite/legacy").Connect;'],
  ['require("kiteconnect/dist/interfaces");', 'require("@kite/legacy/dist/interfaces/index.js");'],
  ['import "kiteconnect/dist/constants/index.js";', 'import "@kite/legacy/dist/constants/index.js";'],
  ['import type { Order } from "kiteconnect/types/connect";', 'import type { Order } from "@kite/legacy";'],
  ['import { KiteConnect } from "kiteconnect-ts";', 'import { KiteConnect } from "kiteconnect-ts";'],
])("%s becomes %s", (before, after) => {
  expect(rewritten(before, "bot.ts")).toBe(after);
});

test.each([
  ["kc.getProfile()", "kc.kite.auth.getProfile()"],
  ["kc.getPositions()", "kc.kite.portfolio.getPositions()"],
  ["kc.getMargins()", "kc.kite.auth.getMargins()"],
  ["kc.getMargins('equity')", 'kc.kite.auth.getMargins("equity")'],
  ["kc.getMargins(segment)", "kc.getMargins(segment)"],
  ["kc.invalidateAccessToken()", "kc.kite.auth.invalidateAccessToken()"],
  [
    "kc.cancelOrder(kc.VARIETY_REGULAR, row.order_id)",
    "kc.kite.orders.cancelOrder({ variety: kc.VARIETY_REGULAR, order_id: String(row.order_id) })",
  ],
  ["kc.cancelOrder('co', id, { parent_order_id })", "kc.cancelOrder('co', id, { parent_order_id })"],
  ["kc.cancelOrder(variety, id)", "kc.cancelOrder(variety, id)"],
  ["kc.cancelOrder(...both)", "kc.cancelOrder(...both)"],
  ["kc.deleteGTT(id)", "kc.kite.gtt.deleteGTT(Number(id))"],
  ["kc.getHoldings()", "kc.getHoldings()"],
  ["kc?.getProfile()", "kc?.getProfile()"],
  ["kc.getProfile", "kc.getProfile"],
])("%s becomes %s", (before, after) => {
  expect(rewritten(client + before)).toBe(client + after);
});

test("calls with stricter types are left to a person in TypeScript", () => {
  const code = 'import { KiteConnect } from "kiteconnect"; const kc = new KiteConnect({ api_key });';
  expect(rewritten(`${code} kc.getProfile(); kc.deleteGTT(1);`, "bot.ts")).toContain(
    "kc.getProfile(); kc.kite.gtt.delete",
  );
});

test("a client that comes from elsewhere, or may be another, is left alone", () => {
  const code = "const f = (kc) => kc.getProfile();";
  expect(rewritten(code)).toBe(code);
  expect(rewritten(`${client}${code}`)).toBe(`${client}${code}`);
});

test("a call in the arguments of another is changed the next time", () => {
  const once = rewritten(`${client}kc.deleteGTT(await kc.getProfile());`);
  expect(once).toBe(`${client}kc.kite.gtt.deleteGTT(Number(await kc.getProfile()));`);
  expect(rewritten(once)).toBe(`${client}kc.kite.gtt.deleteGTT(Number(await kc.kite.auth.getProfile()));`);
});

test("a difference is shown with the lines around it", () => {
  const before = ["a", "b", "c", "d", "e", "f", "g", "h"].join("\n");
  expect(diff("x.js", before, before.replace("d", "D").replace("h", "h\ni"))).toBe(
    ["--- x.js", "+++ x.js", "@@ line 2 @@", " b", " c", "-d", "+D", " e", " f", " g", " h", "+i"].join("\n"),
  );
  expect(diff("x.js", before, before)).toBe("");
});
