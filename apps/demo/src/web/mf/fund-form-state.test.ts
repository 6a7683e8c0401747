import {
  getMFHoldings,
  getMFInstruments,
  getMFSIPs,
  type MFInstrument,
  modifyMFSIP,
  placeMFOrder,
  placeMFSIP,
} from "@kite/mf";
import { expect, test, vi } from "vitest";
import { signedIn } from "../testing/signed-in.ts";
import { checkFund, emptyFund, formOfSIP, orderOf, scheduleOf, sipOf, sizeRule } from "./fund-form-state.ts";
import { fundMatches } from "./fund-matches.ts";

// a simulator with everything listed takes its time on a machine that does other things too
vi.setConfig({ testTimeout: 20_000 });

const fund = {
  tradingsymbol: "INF000000001",
  purchase_allowed: true,
  redemption_allowed: true,
  minimum_purchase_amount: 5000,
  minimum_additional_purchase_amount: 1000,
  purchase_amount_multiplier: 100,
  minimum_redemption_quantity: 0.001,
  redemption_quantity_multiplier: 0.001,
  last_price: 50,
} as MFInstrument;
const form = (part: Partial<typeof emptyFund>) => ({ ...emptyFund, ...part });

test("what fits the fund has nothing wrong with it", () => {
  expect(checkFund(form({ amount: "5,000" }), "purchase", fund, 0)).toEqual({});
  expect(checkFund(form({ amount: "1100" }), "purchase", fund, 3)).toEqual({});
  expect(checkFund(form({ quantity: "2.5" }), "redemption", fund, 3)).toEqual({});
  expect(checkFund(form({ amount: "500", instalments: "12", initial_amount: "5000" }), "sip", fund, 0)).toEqual({});
});

test.each([
  ["amount", "Enter an amount.", "purchase", {}, 0],
  ["amount", "Enter a number.", "purchase", { amount: "lots" }, 0],
  ["amount", "Must be at least 5000 for this fund, got 1000.", "purchase", { amount: "1000" }, 0],
  ["amount", "Must be a multiple of 100 for this fund, got 5050.", "purchase", { amount: "5050" }, 0],
  ["quantity", "Enter units.", "redemption", {}, 3],
  ["quantity", "You can redeem 3 units at most.", "redemption", { quantity: "4" }, 3],
  ["quantity", "Must be a number above 0, got 0.", "redemption", { quantity: "0" }, 3],
  ["instalments", "Enter a whole number, or nothing for no end.", "sip", { amount: "500", instalments: "2.5" }, 0],
  [
    "instalments",
    "Must be a whole number of at least 1, or -1 for no end, got 0.",
    "sip",
    { amount: "500", instalments: "0" },
    0,
  ],
  ["initial_amount", "Enter a number.", "sip", { amount: "500", initial_amount: "x" }, 0],
] as const)("beside %s: %s", (field, error, action, part, held) => {
  expect(checkFund(form(part), action, fund, held)).toEqual({ [field]: error });
});

test("a fund that is closed takes neither a purchase nor a SIP", () => {
  const closed = { ...fund, purchase_allowed: false };
  expect(Object.keys(checkFund(form({ amount: "5000" }), "purchase", closed, 0))).toEqual(["tradingsymbol"]);
  expect(checkFund(form({ amount: "5000" }), "sip", closed, 0)).toEqual({
    tradingsymbol: "This fund cannot be bought now.",
  });
});

test("says what a fund asks of a size: less of those who have it already", () => {
  expect(sizeRule(fund, "purchase", 0)).toBe("at least ₹5,000.00, steps of ₹100.00");
  expect(sizeRule(fund, "purchase", 3)).toBe("at least ₹1,000.00, steps of ₹100.00");
  expect(sizeRule(fund, "sip", 0)).toBe("steps of ₹100.00");
});

test("a SIP comes back into the form as it was, and a change leaves what was not changed", async () => {
  const { kite } = await signedIn();
  const [chosen] = fundMatches(await getMFInstruments(kite), "direct growth equity", 1);
  const typed = form({ amount: "5000", instalment_day: "15", instalments: "24" });
  const { sip_id } = await placeMFSIP(kite, sipOf(typed, chosen as MFInstrument));
  const mine = async () => (await getMFSIPs(kite)).find((sip) => sip.sip_id === sip_id);
  const placed = await mine();
  expect(placed && formOfSIP(placed)).toEqual(typed);
  await modifyMFSIP(kite, { sip_id, ...scheduleOf({ ...typed, amount: "6000" }) });
  expect(await mine()).toMatchObject({ instalment_amount: 6000, instalment_day: 15, instalments: 24 });
});

test("what the form lets through, the exchange takes", async () => {
  const { kite } = await signedIn();
  const funds = await getMFInstruments(kite);
  for (const { tradingsymbol, quantity } of await getMFHoldings(kite)) {
    const held = funds.find((one) => one.tradingsymbol === tradingsymbol) as MFInstrument;
    const typed = form({ amount: `${held.minimum_additional_purchase_amount}`, quantity: "1" });
    for (const action of ["purchase", "redemption"] as const) {
      if (Object.keys(checkFund(typed, action, held, quantity)).length > 0) continue;
      expect((await placeMFOrder(kite, orderOf(typed, action, held, quantity))).order_id).not.toBe("");
    }
  }
  expect.assertions(6);
});

test("finds funds by words in any order, and by ISIN", () => {
  const row = (name: string, tradingsymbol: string) => ({
    ...{ name, tradingsymbol, amc: "Banyan", scheme_type: "equity", plan: "direct", dividend_type: "growth" },
  });
  const funds = [row("Small Cap Fund", "INF1"), row("Large Cap Fund of Banyan", "INF2"), row("Bond Fund", "INF3")];
  expect(fundMatches(funds, "fund cap", 9).map(({ tradingsymbol }) => tradingsymbol)).toEqual(["INF1", "INF2"]);
  expect(fundMatches(funds, "inf3", 9).map(({ name }) => name)).toEqual(["Bond Fund"]);
  expect(fundMatches(funds, "equity direct", 2)).toHaveLength(2);
  expect(fundMatches(funds, " ", 9)).toEqual([]);
});
