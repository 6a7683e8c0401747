import { createClient } from "@kite/core";
import { type Answer, answering, type ReceivedRequest } from "@kite/testing";
import { expect, test } from "vitest";
import { summarizeHoldings } from "../analytics/summarize-holdings.ts";
import { summarizePerformance } from "../analytics/summarize-performance.ts";
import { summarizePositions } from "../analytics/summarize-positions.ts";
import { aaron, aaronWire, goldguineaDay, goldguineaNet, leadmini, sbin } from "../testing/rows.ts";
import { failing } from "../testing/serving.ts";
import { getHoldingsByExchange } from "./get-holdings-by-exchange.ts";
import { getPortfolioPerformance } from "./get-portfolio-performance.ts";
import { getPositionsWithPnl } from "./get-positions-with-pnl.ts";

const net = [goldguineaNet, leadmini];
const day = [goldguineaDay, leadmini];
const sbinWire = { ...sbin, authorised_date: "2025-01-17 00:00:00" };

/** An account with two holdings and two positions. */
const account = ({ path }: ReceivedRequest): Answer => ({
  json: { status: "success", data: path === "/portfolio/holdings" ? [aaronWire, sbinWire] : { net, day } },
});

async function connect(answer: (request: ReceivedRequest) => Answer) {
  const server = await answering(answer);
  const onWarning = () => {};
  const kite = createClient({ apiKey: "key", accessToken: "t", environment: server.environment, onWarning });
  return { kite, server };
}
const sent = (requests: readonly ReceivedRequest[]) => requests.map(({ method, path }) => `${method} ${path}`).sort();

test("getHoldingsByExchange fetches the holdings once and groups them", async () => {
  const { kite, server } = await connect(account);
  expect(await getHoldingsByExchange(kite)).toEqual(summarizeHoldings([aaron, sbin]).byExchange);
  expect(sent(server.requests)).toEqual(["GET /portfolio/holdings"]);
});

test("getPositionsWithPnl fetches the positions once and gives both lists with their gains", async () => {
  const { kite, server } = await connect(account);
  expect(await getPositionsWithPnl(kite)).toEqual({ net: summarizePositions(net), day: summarizePositions(day) });
  expect(sent(server.requests)).toEqual(["GET /portfolio/positions"]);
});

test("getPortfolioPerformance fetches holdings and positions and adds up holdings and net", async () => {
  const { kite, server } = await connect(account);
  expect(await getPortfolioPerformance(kite)).toEqual(summarizePerformance([aaron, sbin], net));
  expect(sent(server.requests)).toEqual(["GET /portfolio/holdings", "GET /portfolio/positions"]);
});

test.each([
  ["getHoldingsByExchange", getHoldingsByExchange],
  ["getPositionsWithPnl", getPositionsWithPnl],
  ["getPortfolioPerformance", getPortfolioPerformance],
])("%s hands on an error", async (_, call) => {
  const { kite } = await connect(() => failing(503, "NetworkException", "Upstream is down"));
  await expect(call(kite)).rejects.toMatchObject({ code: "NetworkException", status: 503 });
});

test.each([
  ["getHoldingsByExchange", "/portfolio/holdings", getHoldingsByExchange],
  ["getPositionsWithPnl", "/portfolio/positions", getPositionsWithPnl],
  ["getPortfolioPerformance", "/portfolio/holdings", getPortfolioPerformance],
  ["getPortfolioPerformance", "/portfolio/positions", getPortfolioPerformance],
])("%s asks %s with the caller's options", async (_, path, call) => {
  const { kite } = await connect((request) => (request.path === path ? { fault: "hang" } : account(request)));
  await expect(call(kite, { timeout: 50 })).rejects.toMatchObject({ code: "Timeout" });
});

test.each([
  ["getHoldingsByExchange", getHoldingsByExchange],
  ["getPositionsWithPnl", getPositionsWithPnl],
  ["getPortfolioPerformance", getPortfolioPerformance],
])("%s gives no figures for an answer that holds no list", async (_, call) => {
  const { kite } = await connect(() => ({ json: { status: "success", data: null } }));
  await expect(call(kite)).rejects.toMatchObject({ name: "KiteError", code: "InvalidInput" });
});
