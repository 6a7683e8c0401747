import { answering } from "@kite/testing";
import { array, number, object, pipe, string, transform } from "valibot";
import { describe, expect, test, vi } from "vitest";
import { bind } from "./bind.ts";
import { createClient } from "./client.ts";
import { defineEndpoint, type Endpoint } from "./endpoint.ts";
import { requireQuantity } from "./input.ts";

interface Row {
  readonly symbol: string;
  readonly quantity: number;
  readonly at: Date;
}
interface RowWire {
  readonly symbol: string;
  readonly quantity: number;
  readonly at: string;
}
const RowSchema = object({
  symbol: string(),
  quantity: number(),
  at: pipe(
    string(),
    transform((text) => new Date(text)),
  ),
});

const getRows: Endpoint<void, Row[], RowWire[]> = defineEndpoint({
  id: "getRows",
  method: "GET",
  path: "/rows",
  response: array(RowSchema),
});

const putRow: Endpoint<{ id: string; quantity: number }, Row, RowWire> = defineEndpoint({
  id: "putRow",
  method: "PUT",
  path: "/rows/{id}",
  bucket: "order",
  response: RowSchema,
  encode: ({ id, quantity }) => ({ path: { id }, form: { quantity: requireQuantity("quantity", quantity) } }),
});

const wire = { symbol: "INFY", quantity: 5, at: "2026-11-23T09:15:00+05:30", shiny_new_field: 1 };
const typed = { symbol: "INFY", quantity: 5, at: new Date("2026-11-23T03:45:00Z") };

async function client(data: unknown, settings: object = {}) {
  const server = await answering({ json: { status: "success", data } });
  const warnings: string[] = [];
  const onWarning = (message: string) => warnings.push(message);
  const kite = createClient({
    apiKey: "key",
    accessToken: "t",
    environment: server.environment,
    onWarning,
    ...settings,
  });
  return { kite, server, warnings };
}

test("gives the typed value; raw gives what was sent, with status and headers", async () => {
  const { kite, warnings } = await client([wire]);
  expect(await getRows(kite)).toEqual([typed]);
  const raw = await getRows.raw(kite);
  expect(raw).toMatchObject({ status: 200, data: [wire] });
  expect(raw.headers.get("content-type")).toBe("application/json");
  expect(warnings).toEqual([]);
});

test("puts parameters where the declaration says, and the options after them", async () => {
  const { kite, server } = await client(wire);
  await putRow(kite, { id: "A/B", quantity: 2 });
  expect(server.requests[0]).toMatchObject({ method: "PUT", path: "/rows/A%2FB", body: "quantity=2" });
  expect(kite.stats().byCategory.order.requests).toBe(1);
  await expect(putRow(kite, { id: "a", quantity: 2 }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: "Aborted",
    endpoint: "putRow",
  });
  await expect(getRows(kite, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "Aborted" });
});

test("names endpoint and field of a refused argument, typed and raw, and sends nothing", async () => {
  const { kite, server } = await client(wire);
  const refusal = {
    code: "InvalidInput",
    endpoint: "putRow",
    field: "quantity",
    message: "putRow: quantity: must be a whole number of at least 1, got 0",
  };
  await expect(putRow(kite, { id: "a", quantity: 0 })).rejects.toMatchObject(refusal);
  await expect(putRow.raw(kite, { id: "a", quantity: 0 })).rejects.toMatchObject(refusal);
  await expect(putRow(kite, { id: "", quantity: 1 })).rejects.toMatchObject({
    endpoint: "putRow",
    message: expect.stringContaining("id:"),
  });
  expect(server.requests).toHaveLength(0);
});

describe("an answer that does not match", () => {
  const odd = [wire, { ...wire, quantity: "ten" }, { ...wire, quantity: "ten" }];

  test("warn: reports the field once, and one odd row neither hides nor spoils the others", async () => {
    const { kite, warnings } = await client(odd);
    const rows = await getRows(kite);
    expect(rows[0]).toEqual(typed);
    expect(rows[1]).toEqual({ ...typed, quantity: "ten" });
    await getRows(kite);
    expect(warnings).toEqual([
      expect.stringMatching(/^getRows: data\[1\]\.quantity: .*number.*"ten".*; handed on as it came$/),
    ]);
  });

  test("strict: throws with the place, and keeps the answer", async () => {
    const { kite } = await client(odd, { validate: "strict" });
    const error = await getRows(kite).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: "SchemaMismatch",
      endpoint: "getRows",
      message: expect.stringMatching(/^getRows: data\[1\]\.quantity: .* \(and 1 more\)$/),
    });
    expect((error as { answer(): unknown }).answer()).toEqual(odd);
    const written = await client({ odd: true }, { validate: "strict" });
    await expect(putRow(written.kite, { id: "a", quantity: 1 })).rejects.toMatchObject({
      code: "SchemaMismatch",
      outcome: "unknown",
    });
  });

  test("off: hands on what the server sent", async () => {
    const { kite, warnings } = await client(odd, { validate: "off" });
    expect(await getRows(kite)).toEqual(odd);
    expect(warnings).toEqual([]);
  });

  test("secret: the value stays out of the message, the warning and the cause", async () => {
    const login = defineEndpoint<void, { symbol: string }>({
      id: "login",
      method: "POST",
      path: "/session",
      response: object({ symbol: string() }),
      secret: true,
    });
    const { kite, warnings } = await client({ symbol: 778899 });
    await login(kite);
    expect(warnings).toEqual(["login: data.symbol: not as documented; handed on as it came"]);
    const strict = await client({ symbol: 778899 }, { validate: "strict" });
    const error = await login(strict.kite).catch((caught: unknown) => caught);
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("778899");
  });
});

test("an odd field is reported once for all rows and keys", async () => {
  const { record } = await import("valibot");
  const getQuotes = defineEndpoint<void, Record<string, Row>, Record<string, RowWire>>({
    id: "getQuotes",
    method: "GET",
    path: "/quote",
    response: record(string(), RowSchema),
  });
  const { kite, warnings } = await client({
    "NSE:INFY": { ...wire, quantity: null },
    "NSE:NIFTY 50": { ...wire, quantity: null },
  });
  await getQuotes(kite);
  expect(warnings).toEqual([expect.stringMatching(/^getQuotes: data\["NSE:INFY"\]\.quantity: /)]);
});

test("a server that puts the token into an answer cannot get it into a warning, an error or a hint", async () => {
  const echo = [{ ...wire, quantity: "T0KEN-echoed" }];
  const settings = { accessToken: "T0KEN-echoed" };
  const { kite, warnings } = await client(echo, settings);
  await getRows(kite);
  expect(warnings).toEqual([expect.stringContaining('received "***"')]);
  const strict = await client(echo, { ...settings, validate: "strict" });
  const { inspect } = await import("node:util");
  expect(inspect(await getRows(strict.kite).catch((caught) => caught), { depth: 9, showHidden: true })).not.toContain(
    "T0KEN",
  );
  const hinting = await answering({
    status: 400,
    json: { status: "error", error_type: "InputException", message: "x", data: { hints: ["use T0KEN-echoed"] } },
  });
  const refusal = createClient({ apiKey: "key", ...settings, environment: hinting.environment }).send({
    endpoint: "getRows",
    method: "GET",
    path: "/rows",
  });
  await expect(refusal).rejects.toMatchObject({ hints: ["use ***"] });
});

test("runs what comes after a success, typed and raw alike, and not after a failure", async () => {
  const after = vi.fn();
  const spec = { ...getRows.spec, onSuccess: after };
  const good = await client([wire]);
  await defineEndpoint(spec)(good.kite);
  await defineEndpoint(spec).raw(good.kite);
  expect(after).toHaveBeenCalledTimes(2);
  expect(after).toHaveBeenLastCalledWith(good.kite, [wire], undefined);
  const { environment } = await answering({ status: 500, text: "" });
  await defineEndpoint(spec)(createClient({ apiKey: "key", accessToken: "t", environment })).catch(() => {});
  expect(after).toHaveBeenCalledTimes(2);
});

test("bound methods are the same calls with the client filled in", async () => {
  const { kite, server } = await client([wire]);
  const api = bind(kite, { getRows, putRow, count: (_: typeof kite, by: number) => by + 1 });
  expect(await api.getRows()).toEqual([typed]);
  expect((await api.getRows.raw()).data).toEqual([wire]);
  await api.putRow.raw({ id: "a", quantity: 3 });
  expect(server.requests.at(-1)).toMatchObject({ method: "PUT", path: "/rows/a" });
  expect(api.count(1)).toBe(2);
});
