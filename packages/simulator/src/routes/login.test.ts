import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { submit, visit } from "../testing/browser.ts";
import { Caller, exchangeForm } from "../testing/caller.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.redirectUrl = "https://app.example.com/done?from=kite";
});
afterAll(() => simulator.close());

const login = (query: Record<string, string> = {}): string =>
  `/connect/login?${new URLSearchParams({ v: "3", api_key: simulator.apiKey, ...query })}`;
const choose = (fields: Record<string, string> = {}) =>
  submit(simulator, "/connect/login", { api_key: simulator.apiKey, user_id: "SIM001", ...fields });

describe("GET /connect/login", () => {
  test("shows everybody who can sign in", async () => {
    const { status, html, headers } = await visit(simulator, login());
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    for (const id of ["SIM001", "SIM002", "SIM003"]) expect(html).toContain(`name="user_id" value="${id}"`);
  });

  test("loads nothing and runs nothing; the one style is the one that the policy names", async () => {
    const { html, headers } = await visit(simulator, login());
    expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
    const style = html.match(/<style>(.*?)<\/style>/s)?.[1] ?? "";
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(policy).toContain("form-action 'self' https://app.example.com;");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("writes what came in the address as text, never as markup", async () => {
    const { html } = await visit(simulator, login({ redirect_params: '"><script>alert(1)</script>' }));
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
  });

  test.each([
    ["an unknown app", { api_key: "<b>someone-else</b>" }],
    ["another version", { v: "2" }],
  ])("answers %s with a page, not with JSON", async (_, query) => {
    const { status, html, headers } = await visit(simulator, login(query));
    expect(status).toBe(400);
    expect(headers.get("content-type")).toContain("text/html");
    expect(html).not.toContain("<form");
    expect(html).not.toContain("someone-else");
  });
});

describe("POST /connect/login", () => {
  test("sends the browser to the registered address with a token that can be exchanged", async () => {
    const { status, location } = await choose({ redirect_params: "some=X&more=%C3%A4+b" });
    expect(status).toBe(302);
    expect(location?.origin).toBe("https://app.example.com");
    expect(location?.pathname).toBe("/done");
    const { request_token = "", ...rest } = Object.fromEntries(location?.searchParams ?? []);
    expect(rest).toEqual({ from: "kite", action: "login", status: "success", some: "X", more: "ä b" });
    const form = exchangeForm(simulator, request_token);
    const { body } = await new Caller(simulator).form("POST", "/session/token", form);
    expect(body.data.user_id).toBe("SIM001");
  });

  test.each([
    "https://evil.example.net",
    "//evil.example.net",
    "redirect_url=https://evil.example.net&next=//evil.example.net",
    "\\\\evil.example.net",
  ])("cannot be talked into another address by %s", async (redirect_params) => {
    const fields = { redirect_params, redirect_url: "https://evil.example.net", next: "https://evil.example.net" };
    expect((await choose(fields)).location?.host).toBe("app.example.com");
  });

  test("the app's pairs cannot replace the exchange's", async () => {
    const { location } = await choose({ redirect_params: "status=error&request_token=mine&action=x&toString=1" });
    expect(location?.searchParams.getAll("status")).toEqual(["success"]);
    expect(location?.searchParams.getAll("action")).toEqual(["login"]);
    expect(location?.searchParams.getAll("request_token")).not.toContain("mine");
    expect(location?.searchParams.get("toString")).toBe("1");
  });

  test.each([{ user_id: "NOBODY" }, { user_id: "" }, { api_key: "someone-else" }])(
    "refuses %j without a redirect",
    async (fields) => {
      const { status, location } = await choose(fields);
      expect([status, location]).toEqual([400, undefined]);
    },
  );
});

describe("the page at the end", () => {
  test("shows the token when the app has registered no address", async () => {
    await using fresh = await startSimulator();
    expect(fresh.redirectUrl).toBe(`${fresh.url}/connect/finish`);
    const fields = { api_key: fresh.apiKey, user_id: "SIM002" };
    const { location } = await submit(fresh, "/connect/login", fields);
    expect(location?.origin).toBe(fresh.url);
    const { status, html } = await visit(fresh, `${location?.pathname}${location?.search}`);
    expect(status).toBe(200);
    expect(html).toContain(`<code>${location?.searchParams.get("request_token")}</code>`);
  });

  test("writes a token as text, and says so when there is none", async () => {
    const { html } = await visit(simulator, "/connect/finish?request_token=<script>");
    expect(html).not.toContain("<script");
    expect((await visit(simulator, "/connect/finish")).status).toBe(400);
  });
});
