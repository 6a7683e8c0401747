import { createHash } from "node:crypto";
import { cache, createKite } from "@kite/core";
import { price } from "@kite/models";
import { type Simulator, startSimulator } from "@kite/simulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Holding, type Position, portfolio } from "./index.ts";

let simulator: Simulator;
const warnings: string[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ seed: 7 });
});
afterAll(() => simulator.close());

/** A signed-in client of the simulated exchange, with answers kept for a minute. */
async function signIn(user_id = "SIM001") {
  const { apiKey, apiSecret, environment } = simulator;
  const onWarning = (message: string) => void warnings.push(message);
  const kite = createKite({ apiKey, environment, onWarning }, cache({ ttl: 60_000 })).use(portfolio());
  const { request_token } = await simulator.login({ user_id });
  const checksum = createHash("sha256").update(`${apiKey}${request_token}${apiSecret}`).digest("hex");
  const { data } = await kite.send({
    endpoint: "session",
    method: "POST",
    path: "/session/token",
    form: { api_key: apiKey, request_token, checksum },
    authorised: false,
    secret: true,
  });
  kite.session.setAccessToken((data as { access_token: string }).access_token);
  return kite;
}

/** The server computes in binary: its figures carry noise far below a paisa, which can still tip a half paisa over. */
const agree = (ours: number, server: number) => expect(ours).toBeCloseTo(server, 6);
const rowOf = (rows: readonly Position[], tradingsymbol: string, product: string) =>
  rows.find((row) => row.tradingsymbol === tradingsymbol && row.product === product);

test("our figures agree with the server's", async () => {
  const { portfolio } = await signIn();
  const [holdings, summary] = await Promise.all([portfolio.getHoldings(), portfolio.getHoldingsSummary()]);
  const report = portfolio.summarizeHoldings(holdings);
  expect(report.holdings.length).toBeGreaterThan(1);
  for (const figure of ["invested_amount", "current_value", "total_pnl", "today_pnl"] as const) {
    agree(report[figure], summary[figure]);
  }
  agree(report.total_pnl_percent, summary.total_pnl_percent);
  agree(report.today_pnl_percent, summary.today_pnl_percent);
  for (const { holding, total_pnl } of report.holdings) agree(total_pnl, holding.pnl);
  expect(report.withoutClose).toEqual(holdings.filter(({ close_price }) => close_price === 0));
  expect(report.leftOut).toEqual([]);
  expect(warnings).toEqual([]);
});

test("the compact list and the auctions show what the holdings show", async () => {
  const { portfolio } = await signIn();
  const holdings = await portfolio.getHoldings();
  const brief = ({ exchange, tradingsymbol, instrument_token, t1_quantity, quantity }: Holding) => ({
    ...{ exchange, tradingsymbol, instrument_token, t1_quantity, quantity },
  });
  expect(await portfolio.getHoldingsCompact()).toEqual(holdings.map(brief));
  const auctions = await portfolio.getAuctions();
  expect(auctions.length).toBeGreaterThan(0);
  for (const { isin, auction_number } of auctions) {
    expect(holdings.map((holding) => holding.isin)).toContain(isin);
    expect(auction_number).toMatch(/^\d+$/);
  }
  expect(warnings).toEqual([]);
});

test("gains of positions agree with the server's, and are told apart", async () => {
  const { portfolio } = await signIn();
  const { net, day } = await portfolio.getPositionsWithPnl();
  for (const { position, pnl, m2m, realised, unrealised } of [...net.positions, ...day.positions]) {
    agree(pnl, position.pnl);
    agree(m2m, position.m2m);
    agree(price.add(realised, unrealised), pnl);
    if (position.quantity === 0) expect(unrealised).toBe(0);
  }
  expect(net.realised).not.toBe(0);
  expect(net.leftOut).toEqual([]);
  expect(warnings).toEqual([]);
});

test("the performance is made of both, without what was sold out of the holdings", async () => {
  const { portfolio } = await signIn();
  const performance = await portfolio.getPortfolioPerformance();
  const { soldFromHoldings, holdings, positions } = performance;
  expect(soldFromHoldings.map(({ position }) => position.product)).toEqual(["CNC"]);
  const aside = price.sum(soldFromHoldings.map(({ pnl }) => pnl));
  expect(performance.total_pnl).toBe(price.sum([holdings.total_pnl, positions.pnl, -aside]));
});

test("a conversion moves units to the other product, changes no gain, and is seen at once", async () => {
  const { portfolio } = await signIn();
  const before = await portfolio.getPositionsWithPnl();
  const open = rowOf((await portfolio.getPositions()).net, "AXISBANK", "CNC");
  expect(open?.quantity).toBeGreaterThan(2);

  const wish = {
    ...({ exchange: "NSE", tradingsymbol: "AXISBANK", transaction_type: "BUY", position_type: "day" } as const),
    ...{ quantity: 2, old_product: "CNC", new_product: "MIS" },
  };
  expect(await portfolio.convertPosition(wish)).toBe(true);

  const { net } = await portfolio.getPositions();
  expect(rowOf(net, "AXISBANK", "CNC")?.quantity).toBe((open?.quantity ?? 0) - 2);
  expect(rowOf(net, "AXISBANK", "MIS")?.quantity).toBe(2);
  agree(portfolio.summarizePositions(net).pnl, before.net.pnl);

  await expect(portfolio.convertPosition({ ...wish, quantity: 1_000_000 })).rejects.toMatchObject({
    code: "InputException",
    status: 400,
    outcome: "rejected",
  });
});

test("an authorisation takes effect when the user agrees on the page", async () => {
  const { portfolio } = await signIn();
  const infy = async () => (await portfolio.getHoldings()).find(({ tradingsymbol }) => tradingsymbol === "INFY");
  const { isin = "", authorised_quantity } = (await infy()) ?? {};
  expect(authorised_quantity).toBe(0);

  const { request_id } = await portfolio.authoriseHoldings({ holdings: [{ isin, quantity: 3 }] });
  const page = portfolio.getAuthorisationURL(request_id);
  expect((await fetch(page)).status).toBe(200);
  const finish = await fetch(page, { method: "POST", body: new URLSearchParams({ decision: "approve" }) });
  expect(finish.url).toBe(`${page}/finish?status=success`);

  // A minute has not passed: another client has nothing kept.
  const fresh = await signIn();
  const after = (await fresh.portfolio.getHoldings()).find((holding) => holding.isin === isin);
  expect(after?.authorised_quantity).toBe(3);
});

test("a new account has zeros everywhere", async () => {
  const { portfolio } = await signIn("SIM002");
  expect(await portfolio.getHoldings()).toEqual([]);
  expect(await portfolio.getHoldingsByExchange()).toEqual([]);
  expect(await portfolio.getPortfolioPerformance()).toMatchObject({ total_pnl: 0, today_pnl: 0, soldFromHoldings: [] });
  expect(await portfolio.getHoldingsSummary()).toMatchObject({ invested_amount: 0, total_pnl_percent: 0 });
});
