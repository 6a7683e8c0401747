import { afterAll, beforeEach, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { submit, visit } from "../testing/browser.ts";
import { type Caller, signIn } from "../testing/caller.ts";

const INFY = "INE009A01021";
let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  await simulator?.close();
  simulator = await startSimulator({ seed: 7, clock: () => Date.parse("2026-03-02T10:15:30+05:30") });
  trader = await signIn(simulator, "SIM001");
});
afterAll(() => simulator.close());

/** Asks for the release of some shares; gives the path of the page. */
async function ask(form: Record<string, string> = { isin: INFY, quantity: "3" }): Promise<string> {
  const { body } = await trader.form("POST", "/portfolio/holdings/authorise", form);
  return `/connect/portfolio/authorise/holdings/${simulator.apiKey}/${body.data.request_id}`;
}

// biome-ignore lint/suspicious/noExplicitAny: rows are what these tests check
const holdings = async (): Promise<any[]> => (await trader.get("/portfolio/holdings")).body.data;
const authorised = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await holdings()).map(({ isin, authorised_quantity }) => [isin, authorised_quantity]));

test("shows what is asked for, in a form that loads nothing", async () => {
  const { status, html, headers } = await visit(simulator, await ask());
  expect(status).toBe(200);
  expect(html).toContain(`3 of ${INFY}`);
  expect(html).toContain('<form method="post">');
  expect(headers.get("content-security-policy")).toContain("form-action 'self';");
});

test("releases the shares on approval, and only those", async () => {
  const before = await authorised();
  const path = await ask();
  const { status, location } = await submit(simulator, path, { decision: "approve" });
  expect(status).toBe(302);
  expect(location?.href).toBe(`${simulator.url}${path}/finish?status=success`);
  expect((await visit(simulator, `${path}/finish?status=success`)).status).toBe(200);
  expect(await authorised()).toEqual({ ...before, [INFY]: 3 });
});

test("leaves everything as it was on rejection", async () => {
  const before = await authorised();
  const path = await ask();
  const { location } = await submit(simulator, path, { decision: "reject" });
  expect(location?.href).toBe(`${simulator.url}${path}/finish?status=error`);
  expect((await visit(simulator, `${path}/finish?status=error`)).html).toContain("Not released");
  expect(await authorised()).toEqual(before);
});

test("the last page alone releases nothing", async () => {
  const before = await authorised();
  await visit(simulator, `${await ask()}/finish?status=success`);
  expect(await authorised()).toEqual(before);
});

test("without any isin, releases all that can be sold: not the pledged, not twice the sold", async () => {
  await submit(simulator, await ask({}), { decision: "approve" });
  for (const row of await holdings()) {
    const sellable = row.realised_quantity - row.collateral_quantity;
    expect(row.authorised_quantity, row.tradingsymbol).toBe(sellable);
  }
});

test("a second approval adds up, to no more than there is", async () => {
  const held = (await holdings()).find(({ isin }) => isin === INFY).quantity;
  for (const quantity of ["3", String(held)]) {
    await submit(simulator, await ask({ isin: INFY, quantity }), { decision: "approve" });
  }
  expect((await authorised())[INFY]).toBe(held);
});

test("is over at 17:30, and an evening's approval counts for the next day", async () => {
  await submit(simulator, await ask(), { decision: "approve" });
  simulator.setTime(new Date("2026-03-02T17:30:00+05:30"));
  expect((await authorised())[INFY]).toBe(0);
  await submit(simulator, await ask(), { decision: "approve" });
  const row = (await holdings()).find(({ isin }) => isin === INFY);
  expect(row).toMatchObject({ authorised_quantity: 3, authorised_date: "2026-03-03 00:00:00" });
});

test("a request is answered once", async () => {
  const path = await ask();
  await submit(simulator, path, { decision: "reject" });
  const again = await submit(simulator, path, { decision: "approve" });
  expect([again.status, again.location]).toEqual([404, undefined]);
  expect((await authorised())[INFY]).toBe(0);
});

test("does not know other requests, other apps, or other answers", async () => {
  const path = await ask();
  const elsewhere = path.replace(simulator.apiKey, "someone-else");
  expect((await visit(simulator, `/connect/portfolio/authorise/holdings/${simulator.apiKey}/unknown`)).status).toBe(
    404,
  );
  expect((await visit(simulator, elsewhere)).status).toBe(404);
  expect((await submit(simulator, elsewhere, { decision: "approve" })).status).toBe(404);
  expect((await submit(simulator, path, { decision: "perhaps" })).status).toBe(400);
  expect((await authorised())[INFY]).toBe(0);
});
