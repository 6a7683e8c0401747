import { readdirSync, readFileSync } from "node:fs";
import { inspect } from "node:util";
import { answering } from "@kite/testing";
import { KiteConnect as Official } from "kiteconnect";
import { describe, expect, test, vi } from "vitest";
import { KiteConnect, LegacyError } from "./index.ts";
import { candles, instruments, session } from "./testing/answers.ts";
import { differences, differs } from "./testing/differs.ts";
import { type AnyClient, csv, observe, oldFields, success } from "./testing/observe.ts";

const page = "<html>Maintenance</html>";
const read = (kc: AnyClient) => kc.getProfile();

describe("answers that are none", () => {
  differs("unknown-content-type", "a page with status 200 rejects instead of resolving as data", async () => {
    const { official, ours } = await observe(read, { text: page });
    expect(official.resolved).toMatchObject({ error_type: "DataException" });
    expect(oldFields(ours.rejected)).toMatchObject({ error_type: "DataException", data: null });
    expect((ours.rejected as Error).message).not.toContain("Maintenance");
  });

  differs("cut-body", "half an answer rejects as no response", async () => {
    for (const fault of ["cut", "stall"] as const) {
      const { official, ours } = await observe(read, { fault }, { timeout: 150 });
      expect((official.rejected as Error).message).toMatch(/^OK$|^Cannot read properties of undefined/);
      expect(ours.rejected).toMatchObject({ error_type: "NetworkException", data: null });
      expect((ours.rejected as Error).message).toMatch(/^No response from server with error code: E/);
    }
  });

  differs("json-without-data", "JSON without data rejects instead of resolving as undefined", async () => {
    const { official, ours } = await observe(read, { json: { status: "success" } });
    expect(official).toHaveProperty("resolved", undefined);
    expect(ours.rejected).toMatchObject({ error_type: "DataException" });
  });

  differs("error-without-type", "status error without a type rejects instead of resolving", async () => {
    const { official, ours } = await observe(read, { json: { status: "error", message: "No.", data: null } });
    expect(official).toHaveProperty("resolved", null);
    expect(oldFields(ours.rejected)).toEqual({ error_type: "GeneralException", message: "No.", data: null });
  });

  differs("json-under-another-type", "an error that is not sent as JSON is a gateway's", async () => {
    const text = JSON.stringify({ status: "error", error_type: "InputException", message: "No." });
    const { official, ours } = await observe(read, { status: 400, text });
    expect(official.rejected).toMatchObject({ error_type: "InputException" });
    expect(ours.rejected).toMatchObject({ error_type: "NetworkException", message: "Bad Request", status: 400 });
  });

  differs("redirects", "a request is not sent on to another place", async () => {
    const other = await answering(success("elsewhere"));
    const { official, ours } = await observe(read, { status: 307, text: "", headers: { location: other.root } });
    expect(official.resolved).toBe("elsewhere");
    expect(ours.rejected).toMatchObject({ error_type: "NetworkException", status: 307 });
  });
});

describe("values", () => {
  differs("phantom-row", "a list ends with its last row", async () => {
    const { official, ours } = await observe((kc) => kc.getInstruments(), csv(`${instruments}\r\n`));
    const [rows, ourRows] = [official.resolved as object[], ours.resolved as object[]];
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)).toMatchObject({ instrument_token: "", last_price: Number.NaN });
    expect(ourRows).toStrictEqual(rows.slice(0, 2));
  });

  differs("csv-charset", "a list is a list whatever its charset", async () => {
    const answer = { text: instruments, headers: { "content-type": "text/csv; charset=utf-8" } };
    const { official, ours } = await observe((kc) => kc.getInstruments(), answer);
    expect(official.resolved).toBe(instruments);
    expect(ours.resolved).toMatchObject([{ tradingsymbol: "INFY" }, { strike: 24_500 }]);
  });

  differs("open-interest-0", "an open interest of 0 is told", async () => {
    const [first] = candles.candles as unknown[][];
    const answer = success({ candles: [[...(first?.slice(0, 6) ?? []), 0], first?.slice(0, 6)] });
    const { official, ours } = await observe((kc) => kc.getHistoricalData(1, "day", "a", "b", false, true), answer);
    expect(official.resolved).not.toMatchObject([{ oi: 0 }, {}]);
    expect(ours.resolved).toMatchObject([{ oi: 0 }, {}]);
    expect((ours.resolved as object[])[1]).not.toHaveProperty("oi");
  });

  differs("trigger-range", "the call that is in the types alone exists", async () => {
    const answer = success({ "NSE:INFY": { lower: 1, upper: 2 } });
    const { official, ours } = await observe((kc) => kc.getTriggerRange("NSE", "INFY", "BUY"), answer);
    expect(official.thrown).toBeInstanceOf(TypeError);
    expect(ours.resolved).toEqual({ lower: 1, upper: 2 });
    expect(ours.requests).toMatchObject([{ path: "/instruments/trigger_range/buy", query: ["i=NSE:INFY"] }]);
  });
});

describe("arguments", () => {
  differs("arguments", "objects that are handed in stay as they were", async () => {
    const works: ((kc: AnyClient, params: object) => unknown)[] = [
      (kc, params) => kc.placeOrder("regular", params),
      (kc, params) => kc.modifyOrder("regular", "1", params),
      (kc, params) => kc.cancelOrder("regular", "1", params),
      (kc, params) => kc.exitOrder("regular", "1", params),
      (kc, params) => kc.modifyMFSIP("1", params),
    ];
    for (const work of works) {
      const handed: object[] = [];
      const call = (kc: AnyClient) => {
        const params = {};
        handed.push(params);
        return work(kc, params);
      };
      await observe(call, success({}));
      expect(Object.keys(handed[0] ?? {})).not.toEqual([]);
      expect(handed[1]).toEqual({});
      const frozen = await observe((kc) => work(kc, Object.freeze({})), success({}));
      expect(frozen.official.thrown).toBeInstanceOf(TypeError);
      expect(frozen.ours.resolved).toEqual({});
    }
  });

  differs(
    "undefined-in-queries",
    "undefined and null leave a field out of a query, and are no words in it",
    async () => {
      const call = (kc: AnyClient) => kc.cancelOrder("co", "1", { parent_order_id: undefined, extra: null });
      const { official, ours } = await observe(call, success({}));
      expect(official.requests[0]?.query).toEqual([
        "extra=null",
        "order_id=1",
        "parent_order_id=undefined",
        "variety=co",
      ]);
      expect(ours.requests[0]?.query).toEqual(["order_id=1", "variety=co"]);
    },
  );

  differs("ids-in-routes", "what cannot stand in a route is refused, and what can is encoded", async () => {
    for (const order_id of [undefined, "", "..", {}, null]) {
      const { official, ours } = await observe((kc) => kc.cancelOrder("regular", order_id), success({}));
      expect(official.requests).toHaveLength(1);
      expect(ours.requests).toEqual([]);
      expect(ours.rejected).toMatchObject({ error_type: "InputException", outcome: "not-sent" });
    }
    const { ours } = await observe((kc) => kc.getOrderHistory("1/trades"), success([]));
    expect(ours.requests[0]?.path).toBe("/orders/1%2Ftrades");
  });

  differs("invalid-dates", "an Invalid Date is refused here", async () => {
    const call = (kc: AnyClient) => kc.getHistoricalData(1, "day", new Date(Number.NaN), "2026-01-01");
    const { official, ours } = await observe(call, success(candles));
    expect(official.requests[0]?.query).toContain("from=NaN-NaN-NaN NaN:NaN:NaN");
    expect(ours.rejected).toMatchObject({ error_type: "InputException", field: "from_date" });
  });
});

describe("secrets", () => {
  differs("debug-output", "debug prints a line for each request, without the token", async () => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    const lines = () => printed.mock.calls.map((values) => inspect(values, { depth: 9 })).join("\n");
    const { root } = await answering(success(null));
    const params = { api_key: "key", access_token: "access-of-today", root, debug: true };
    await new Official(params as never).getProfile();
    expect(lines()).toContain("access-of-today");
    printed.mockClear();
    const kc = new KiteConnect(params);
    await kc.getProfile();
    expect(printed.mock.calls).toMatchObject([[expect.stringMatching(/^GET \/user\/profile 200 \d+ ms$/)]]);
    kc.debug = false;
    await kc.getProfile();
    expect(printed).toHaveBeenCalledTimes(1);
    expect(lines()).not.toContain("access-of-today");
    printed.mockRestore();
  });

  differs("token-in-printed-client", "a printed client does not show its token", () => {
    const params = { api_key: "key", access_token: "access-of-today" };
    expect(inspect(new Official(params), { depth: 9 })).toContain("access-of-today");
    const kc = new KiteConnect(params);
    expect(kc.access_token).toBe("access-of-today");
    expect(inspect(kc, { depth: 9, showHidden: true }) + JSON.stringify(kc)).not.toContain("access-of-today");
  });

  differs("unsigned-logins", "logins and logouts are not signed with the token in use", async () => {
    const { official, ours } = await observe((kc) => kc.generateSession("request", "secret"), success(session));
    expect(official.requests[0]?.authorization).toBe("token key:access-of-today");
    expect(ours.requests[0]?.authorization).toBeUndefined();
  });
});

describe("the session", () => {
  const login = (kc: AnyClient) => kc.generateSession("request", "secret");

  differs("login-without-token", "a login whose answer has no token rejects", async () => {
    const { official, ours } = await observe(login, success({ user_id: "XX0000" }));
    expect(official.resolved).toEqual({ user_id: "XX0000" });
    expect(ours.rejected).toMatchObject({ error_type: "DataException" });
  });

  differs("logout", "the client forgets the token that it has ended", async () => {
    const call = async (kc: AnyClient) => {
      await kc.invalidateAccessToken();
      return kc.access_token;
    };
    const { official, ours } = await observe(call, success(true));
    expect(official.resolved).toBe("access-of-today");
    expect(ours.resolved).toBeNull();
  });

  differs("session-hook", "a refused token is told whatever the status of the answer", async () => {
    const call = async (kc: AnyClient) => {
      const calls: unknown[] = [];
      kc.setSessionExpiryHook((...values: unknown[]) => calls.push(values));
      await kc.getProfile().catch(() => {});
      await kc.getProfile().catch(() => {});
      return calls;
    };
    const json = { status: "error", error_type: "TokenException", message: "Over." };
    const usual = await observe(call, { status: 403, json });
    expect(usual.ours.resolved).toEqual([[], []]);
    expect(usual.ours.resolved).toEqual(usual.official.resolved);
    const odd = await observe(call, { status: 200, json });
    expect(odd.official.resolved).toEqual([]);
    expect(odd.ours.resolved).toEqual([[], []]);
  });

  differs(
    "unusable-credentials",
    "a token that cannot be one is refused where it is given; a line end is taken off",
    async () => {
      const params = { api_key: "key", access_token: "to ken" };
      expect(() => new KiteConnect(params)).toThrow(LegacyError);
      const kc = new KiteConnect({ ...params, access_token: "token" });
      expect(() => kc.setAccessToken("to ken")).toThrow(/^accessToken: holds a space/);
      const { official, ours } = await observe(read, success(null), { api_key: "key\n", access_token: "token\n" });
      expect(ours.requests[0]?.authorization).toBe("token key:token");
      expect(official.requests[0]?.authorization).toMatch(/token$/);
    },
  );

  differs("api-key", "the key of a client cannot be changed", () => {
    const kc = new KiteConnect({ api_key: "key" });
    kc.api_key = "key";
    expect(() => {
      kc.api_key = "other";
    }).toThrow("make another client");
    expect(kc.api_key).toBe("key");
  });
});

describe("errors", () => {
  const refused = { status: 400, json: { status: "error", error_type: "InputException", message: "No.", data: null } };

  differs("real-errors", "a rejection is an Error with a stack", async () => {
    const { official, ours } = await observe(read, refused);
    expect(official.rejected).not.toBeInstanceOf(Error);
    expect(ours.rejected).toBeInstanceOf(Error);
    expect((ours.rejected as Error).stack).toContain("No.");
  });

  differs("status-field", "status is the HTTP status, which was lost", async () => {
    const { official, ours } = await observe(read, refused);
    expect(official.rejected).toMatchObject({ status: "error" });
    expect(ours.rejected).toMatchObject({ status: 400 });
  });
});

describe("sending", () => {
  const busy = { status: 503, text: "" };
  const make = (root: string, settings: object = {}) => new KiteConnect({ api_key: "key", root, ...settings });

  differs("retries", "a read is tried again, a write never; both can be had as before", async () => {
    const server = await answering(busy);
    const retry = { baseDelay: 1, maxDelay: 1 };
    await expect(make(server.root, { retry }).getProfile()).rejects.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(4);
    await expect(make(server.root, { retry }).convertPosition({} as never)).rejects.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(5);
    await expect(make(server.root, { retry: false }).getProfile()).rejects.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(6);
  });

  differs("rate-budget", "calls keep the account's limits, or go at once as before", async () => {
    const server = await answering(success({}));
    const kc = make(server.root);
    const free = make(server.root, { rateLimit: false });
    await Promise.all([kc.getLTP("NSE:INFY"), free.getLTP("NSE:INFY"), free.getLTP("NSE:INFY"), kc.getOrders()]);
    expect(kc.kite.budget?.left("quote")).toMatchObject({ second: 0 });
    expect(free.kite.budget).toBeUndefined();
    expect(free.kite.stats().waits).toBe(0);
    await kc.placeOrder("iceberg", { quantity: 10, iceberg_legs: 5 } as never);
    expect(kc.kite.budget?.left("order").day).toBe(4_995);
    await kc.placeOrder("regular", { quantity: 10, autoslice: true } as never);
    await kc.cancelOrder("regular", "1");
    expect(kc.kite.budget?.left("order").day).toBe(4_985);
  });

  differs("user-agent", "the platform says who is calling, and not kiteconnectjs", async () => {
    const server = await answering(success({}));
    await make(server.root).getProfile();
    await new Official({ api_key: "key", root: server.root }).getProfile();
    expect(server.requests[0]?.headers["user-agent"]).not.toContain("kiteconnectjs");
    expect(server.requests[1]?.headers["user-agent"]).toBe("kiteconnectjs/5.3.0");
  });

  differs("axios", "there is no requestInstance; a transport takes its place", async () => {
    const seen: string[] = [];
    const transport = async ({ url }: { readonly url: string }) => {
      seen.push(url);
      return { status: 200, headers: new Headers({ "content-type": "application/json" }), text: '{"data":1}' };
    };
    const kc = make("http://127.0.0.1:9", { transport });
    expect(await kc.getProfile()).toBe(1);
    expect(seen).toEqual(["http://127.0.0.1:9/user/profile"]);
    expect(kc).not.toHaveProperty("requestInstance");
  });
});

describe("the list", () => {
  const docs = readFileSync(new URL("../../../docs/migration/kept-and-fixed.md", import.meta.url), "utf8");
  const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => readFileSync(`${import.meta.dirname}/${file}`, "utf8"))
    .join("\n");

  test("the page has a heading for each difference, and no other", () => {
    const headings = [...docs.matchAll(/^### `(.+)`$/gm)].map(([, id]) => id);
    expect(headings.toSorted()).toEqual(differences.toSorted());
  });

  test.each(differences)("%s is shown by a test", (id) => {
    expect(tests).toMatch(new RegExp(`differs\\(\\s*"${id}",`));
  });
});
