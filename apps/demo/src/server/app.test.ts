import { expect, test } from "vitest";
import type { AccountAnswer, PortfolioAnswer, SessionAnswer, StatisticsAnswer } from "../shared/api.ts";
import { Browser, type Reply } from "./testing/browser.ts";
import { startDashboard } from "./testing/dashboard.ts";

const as = <T>(reply: Reply): T => reply.json() as T;

test("tells the account, its margins and its portfolio in the page's words", async () => {
  const { origin, logIn, connection } = await startDashboard();
  await logIn("SIM001");
  const browser = new Browser();
  expect(as<SessionAnswer>(await browser.ask(`${origin}/api/session`))).toEqual({
    environment: "simulator",
    state: "logged-in",
  });
  const account = as<AccountAnswer>(await browser.ask(`${origin}/api/account`));
  expect(account).toMatchObject({ user_id: "SIM001", user_name: "Asha Menon" });
  expect(account.margins.equity.enabled).toBe(true);

  const portfolio = as<PortfolioAnswer>(await browser.ask(`${origin}/api/portfolio`));
  const sent = (await connection.kite.portfolio.getHoldings.raw()).data;
  expect(portfolio.holdings.map((row) => row.tradingsymbol)).toEqual(sent.map((row) => row.tradingsymbol));
  const sumOver = (price: "last_price" | "average_price") =>
    sent.reduce((total, row) => total + row[price] * (row.quantity + row.t1_quantity), 0);
  expect(portfolio.totals.current_value).toBeCloseTo(sumOver("last_price"), 6);
  expect(portfolio.totals.invested_amount).toBeCloseTo(sumOver("average_price"), 6);
  expect(portfolio.winners[0]?.total_pnl).toBe(Math.max(...portfolio.holdings.map((row) => row.total_pnl)));
  expect(portfolio.holdings.some((row) => row.t1_quantity > 0)).toBe(true);
  expect(portfolio.holdings.some((row) => row.pledged_quantity > 0)).toBe(true);
  expect(portfolio.holdings.some((row) => row.mtf_quantity > 0)).toBe(true);

  const statistics = as<StatisticsAnswer>(await browser.ask(`${origin}/api/statistics`));
  expect(statistics.requests).toBe(6); // token, profile, margins, holdings, positions, and the raw holdings above
  expect(statistics.budget?.limit).toBe(10);
});

test("a conversion moves quantity between two products; the P&L stays", async () => {
  const { origin, logIn, reported } = await startDashboard();
  await logIn("SIM001");
  const browser = new Browser();
  const positions = async () => as<PortfolioAnswer>(await browser.ask(`${origin}/api/portfolio`)).net;
  const before = await positions();
  const row = before.rows.find(({ product, quantity }) => product === "CNC" && quantity > 1);
  expect(row?.open).toEqual({ day: row?.quantity, overnight: 0 });
  const reply = await browser.post(origin, "/api/positions/convert", {
    exchange: row?.exchange,
    tradingsymbol: row?.tradingsymbol,
    transaction_type: "BUY",
    position_type: "day",
    quantity: 1,
    old_product: "CNC",
    new_product: "MIS",
  });
  expect(reply.status).toBe(204);
  const after = await positions();
  const quantityIn = (product: string) =>
    after.rows.find((other) => other.tradingsymbol === row?.tradingsymbol && other.product === product)?.quantity;
  expect(quantityIn("MIS")).toBe(1);
  expect(quantityIn("CNC")).toBe((row?.quantity ?? 0) - 1);
  expect(after.pnl).toBeCloseTo(before.pnl, 6);
  expect(reported.at(-1)).toBe(`Converted 1 of ${row?.exchange}:${row?.tradingsymbol} from CNC to MIS`);
});

test("a refused conversion names the field, by whichever side it is refused", async () => {
  const { origin, logIn } = await startDashboard();
  await logIn("SIM001");
  const browser = new Browser();
  const wish = {
    exchange: "NSE",
    tradingsymbol: "AXISBANK",
    transaction_type: "BUY",
    position_type: "day",
    quantity: 1,
    old_product: "CNC",
    new_product: "MIS",
  };
  const refusal = async (change: object) => {
    const reply = await browser.post(origin, "/api/positions/convert", { ...wish, ...change });
    const { field, code, what_to_do } = reply.json();
    expect(what_to_do).toBeTruthy();
    return [reply.status, code, field];
  };
  expect(await refusal({ quantity: 0 })).toEqual([400, "InvalidInput", "quantity"]);
  expect(await refusal({ quantity: 100_000 })).toEqual([400, "InputException", "quantity"]);
  expect(await refusal({ new_product: "CNC" })).toEqual([400, "InvalidInput", "new_product"]);
  expect(await refusal({ new_product: "NRML" })).toEqual([400, "InputException", "product"]);
  const noObject = await browser.post(origin, "/api/positions/convert", ["x"]);
  expect([noObject.status, noObject.json().code]).toEqual([400, "InvalidBody"]);
});

test("an expired session is a 401 that says what to do, until somebody logs in again", async () => {
  const { origin, logIn } = await startDashboard();
  await logIn("SIM001");
  const browser = new Browser();
  expect((await browser.post(origin, "/api/simulation/expire")).status).toBe(204);
  const refused = await browser.ask(`${origin}/api/portfolio`);
  expect(refused.status).toBe(401);
  expect(refused.json()).toMatchObject({ code: "TokenException", what_to_do: "Log in again." });
  expect(as<SessionAnswer>(await browser.ask(`${origin}/api/session`)).state).toBe("expired");
  expect((await browser.logIn(origin, "SIM002")).location).toBe(`${origin}/`);
  expect(as<SessionAnswer>(await browser.ask(`${origin}/api/session`)).state).toBe("logged-in");
  expect(as<PortfolioAnswer>(await browser.ask(`${origin}/api/portfolio`)).holdings).toEqual([]);
});

// the SDK repeats reads before it gives up
const patience = { timeout: 20_000 };

test("an exchange that cannot be reached is a 502 that says so", patience, async () => {
  const { origin, logIn, simulator } = await startDashboard();
  await logIn("SIM001");
  await simulator.close();
  const reply = await new Browser().ask(`${origin}/api/account`);
  expect([reply.status, reply.json().code]).toEqual([502, "ConnectionFailed"]);
  expect(reply.json().what_to_do).toContain("Check the connection");
});

test(
  "logging out ends the session at the exchange; when that is gone, it ends here all the same",
  patience,
  async () => {
    const { origin, logIn, connection, simulator } = await startDashboard();
    const browser = new Browser();
    await logIn("SIM001");
    expect((await browser.post(origin, "/api/logout")).status).toBe(204);
    expect(simulator.requests.at(-1)).toMatchObject({ method: "DELETE", path: "/session/token", status: 200 });
    expect(connection.state).toBe("logged-out");
    await logIn("SIM001");
    await simulator.close();
    expect((await browser.post(origin, "/api/logout")).status).toBe(204);
    expect(connection.state).toBe("logged-out");
    expect((await browser.ask(`${origin}/api/portfolio`)).status).toBe(401);
  },
);

test("nothing secret is in any answer, address, cookie or line of the terminal", async () => {
  const { origin, logIn, connection, simulator, reported } = await startDashboard();
  const browser = new Browser();
  const replies = [await browser.logIn(origin, "SIM001")];
  const token = connection.kite.session.accessToken ?? "";
  expect(token).not.toBe("");
  for (const path of ["/", "/api/session", "/api/account", "/api/portfolio", "/api/statistics", "/api/nothing"]) {
    replies.push(await browser.ask(origin + path));
  }
  simulator.expireSessions();
  replies.push(await browser.ask(`${origin}/api/account`));
  replies.push(await browser.post(origin, "/api/positions/convert", { quantity: 1 }));
  await logIn("SIM001");
  const second = connection.kite.session.accessToken ?? "";
  replies.push(await browser.post(origin, "/api/logout"));
  const everything = JSON.stringify([replies, reported]);
  for (const secret of [token, second, simulator.apiSecret, simulator.apiKey]) expect(everything).not.toContain(secret);
});

test("what does not exist is JSON too", async () => {
  const { origin } = await startDashboard();
  const reply = await new Browser().ask(`${origin}/nothing/here`);
  expect([reply.status, reply.json().code]).toEqual([404, "NotFound"]);
});

test("the page is asked for anew each time, files with a hash in their name never again", async () => {
  const { origin } = await startDashboard();
  const browser = new Browser();
  expect((await browser.ask(`${origin}/`)).headers["cache-control"]).toBe("no-cache");
  expect((await browser.ask(`${origin}/assets/a-1.js`)).headers["cache-control"]).toContain("immutable");
  expect((await browser.ask(`${origin}/api/session`)).headers["cache-control"]).toBe("no-store");
});
