import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findRoute } from "./find-route.ts";
import { routes } from "./routes.ts";

const packages = new URL("../../../", import.meta.url);

/** Method and path of every call of the SDK, as its declaration says. */
function callsOfTheSdk(): string[] {
  return ["auth", "orders", "portfolio", "market-data", "mf", "gtt", "alerts"].flatMap((name) => {
    const folder = new URL(`${name}/src/endpoints/`, packages);
    return readdirSync(folder)
      .filter((file) => !file.includes("test"))
      .flatMap((file) => {
        const text = readFileSync(new URL(file, folder), "utf8");
        const [, method] = /method: "(\w+)"/.exec(text) ?? [];
        return [...text.matchAll(/path: "(\/[^"]*)"/g)].map(([, path]) => `${method} ${path}`);
      });
  });
}

const shape = (line: string): string => line.replace(/\{\w+\}/g, "{}");

test("every call of the SDK has its route, but those that make and end sessions", () => {
  const known = new Set(routes.map(({ method, path }) => shape(`${method} ${path}`)));
  const missing = callsOfTheSdk().filter((line) => !known.has(shape(line)));
  expect(callsOfTheSdk().length).toBeGreaterThan(40);
  expect(new Set(missing.map((line) => line.split(" ")[1]))).toEqual(
    new Set(["/session/token", "/session/refresh_token"]),
  );
});

test("what changes something is marked as a write", () => {
  const calculations = routes.filter(({ method, isWrite }) => method !== "GET" && !isWrite).map(({ path }) => path);
  expect(calculations).toEqual(["/margins/orders", "/margins/basket", "/charges/orders"]);
  expect(routes.filter(({ method, isWrite }) => method === "GET" && isWrite)).toEqual([]);
});

test("a path of words comes before one with slots", () => {
  expect(findRoute("GET", "/portfolio/holdings/summary").route.path).toBe("/portfolio/holdings/summary");
  expect(findRoute("GET", "/orders/123").slots).toEqual({ order_id: "123" });
  expect(findRoute("GET", "/instruments/NSE").route.isDump).toBe(true);
});

test.each([
  ["GET", "/session/token", 404],
  ["DELETE", "/session/token", 404],
  ["GET", "", 404],
  ["DELETE", "/portfolio/holdings", 405],
  ["POST", "/orders", 405],
])("%s %s is %i", (method, path, status) => {
  expect(() => findRoute(method, path)).toThrow(expect.objectContaining({ status }));
});
