import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { KiteConnect as Official, KiteTicker as OfficialTicker } from "kiteconnect";
import { describe, expect, test } from "vitest";
import * as constants from "./constants/index.ts";
import * as kiteLegacy from "./index.ts";
import * as interfaces from "./interfaces/index.ts";
import { newCall } from "./replacements.ts";
import { newTickerCall } from "./ticker/replacements.ts";

const { KiteConnect } = kiteLegacy;
const load = createRequire(import.meta.url);
const official = new Official({ api_key: "key" }) as unknown as Record<string, unknown>;
const ours = new KiteConnect({ api_key: "key" }) as unknown as Record<string, unknown>;

/** Names of a client that start with a letter: its own and its class's. */
const namesOf = (client: object): string[] => {
  const names: string[] = [];
  for (let at = client; at !== Object.prototype; at = Object.getPrototypeOf(at))
    names.push(...Object.getOwnPropertyNames(at));
  return names.filter((name) => /^[a-z]/i.test(name) && name !== "constructor");
};

/** Machinery of the official client, none of which is in its types. */
const internals = [
  "createAxiosInstance",
  "requestInstance",
  "request",
  "parseHistorical",
  "transformInstrumentsResponse",
  "formatResponse",
];
const publicNames = namesOf(official).filter((name) => !internals.includes(name));

describe("the surface of the official client", () => {
  test("has forty constants, with the same values here", () => {
    const names = publicNames.filter((name) => /^[A-Z]/.test(name));
    expect(names).toHaveLength(40);
    for (const name of names) expect(ours[name], name).toBe(official[name]);
    expect(Object.keys(ours)).toEqual(expect.arrayContaining(names));
  });

  test("has 44 methods, each of which is here, with a new call that takes its place", () => {
    const names = publicNames.filter((name) => typeof official[name] === "function");
    expect(names).toHaveLength(44);
    for (const name of names) expect(ours[name], name).toBeTypeOf("function");
    expect(Object.keys(newCall).sort()).toEqual([...names, "getTriggerRange"].sort());
  });

  test("has fields, with the same values here", () => {
    const fields = publicNames.filter((name) => /^[a-z]/.test(name) && typeof official[name] !== "function");
    expect(fields.sort()).toEqual(
      ["access_token", "api_key", "debug", "default_login_uri", "root", "session_expiry_hook", "timeout"].sort(),
    );
    for (const field of fields) expect(ours[field], field).toBe(official[field]);
  });

  test("has enums and constants behind deep imports, with the same values here", () => {
    expect({ ...interfaces }).toEqual({ ...load("kiteconnect/dist/interfaces") });
    expect({ ...constants }).toEqual({ ...load("kiteconnect/dist/constants") });
  });

  test("has runtime names, which are here by name and in the default import", () => {
    const names = Object.keys(load("kiteconnect"));
    for (const name of names) {
      expect(kiteLegacy).toHaveProperty(name);
      expect(kiteLegacy.default).toHaveProperty(name);
    }
  });

  test("has a ticker with nine calls, and fields with the same values here", () => {
    const params = { api_key: "key", access_token: "token" };
    const theirs = new OfficialTicker(params) as unknown as Record<string, unknown>;
    const mine = new kiteLegacy.KiteTicker(params) as unknown as Record<string, unknown>;
    const names = namesOf(theirs).filter((name) => !/^(attemptReconnection|triggerDisconnect)$/.test(name));
    const calls = names.filter((name) => typeof theirs[name] === "function");
    expect(calls.sort()).toEqual(Object.keys(newTickerCall).sort());
    for (const name of names) {
      if (calls.includes(name)) expect(mine[name], name).toBeTypeOf("function");
      else expect(mine[name], name).toBe(theirs[name]);
    }
  });

  test("can be extended", async () => {
    class Own extends KiteConnect {
      override getLoginURL(): string {
        return `${super.getLoginURL()}&mine`;
      }
    }
    const kc = new Own({ api_key: "key" });
    expect(kc.getLoginURL()).toBe(`${new Official({ api_key: "key" }).getLoginURL()}&mine`);
    expect(kc).toBeInstanceOf(KiteConnect);
  });

  test("takes the parameters it takes", () => {
    const params = { api_key: "key", root: "http://proxy.internal:8080/kite", login_uri: "https://x", timeout: 0 };
    const mine = new KiteConnect({ ...params, default_login_uri: "https://login.example/connect" });
    const theirs = new Official(params) as unknown as Record<string, unknown>;
    for (const name of ["root", "timeout", "debug", "access_token"] as const) expect(mine[name]).toBe(theirs[name]);
    expect(mine.getLoginURL()).toBe("https://login.example/connect?api_key=key&v=3");
    mine.default_login_uri = "https://other.example";
    expect(mine.getLoginURL()).toBe("https://other.example?api_key=key&v=3");
  });

  test("is made without a key, and says so at its first call alone", () => {
    expect(() => new KiteConnect({ api_key: undefined } as never)).not.toThrow();
    expect(() => new KiteConnect(undefined as never)).toThrow(TypeError);
  });
});

describe("every old call", () => {
  const folder = import.meta.dirname;
  const sources = [...readdirSync(`${folder}/calls`).map((file) => `calls/${file}`), "ticker/kite-ticker.ts"]
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
    .join("\n");

  test.each(Object.entries({ ...newCall, ...newTickerCall }))(
    "%s says in its docstring what takes its place",
    (name, replacement) => {
      const documented = [
        ...sources.matchAll(/\/\*\*\n((?:\s+\*.*\n)+?)\s+\*\/\n(?:\s+\/\/.*\n)*\s+(?:async )?(\w+)\(/g),
      ].filter(([, , method]) => method === name);
      expect(documented.length).toBeGreaterThan(0);
      for (const [, text] of documented) expect(text).toContain(`* @deprecated Use \`${replacement}\`.`);
    },
  );
});
