import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { listen, portsToTry } from "./listen.ts";

const start = async (ports: readonly number[]) => {
  const server = await listen(ports, (origin) => new Hono().get("/", (context) => context.text(origin)));
  onTestFinished(() => server.close());
  return server;
};

test("tries one port after the other, and the app knows its address", async () => {
  const first = await start([0]);
  const taken = Number(new URL(first.origin).port);
  const second = await start([taken, 0]);
  expect(second.origin).not.toBe(first.origin);
  expect(await (await fetch(second.origin)).text()).toBe(second.origin);
});

test("says which port is taken", async () => {
  const taken = Number(new URL((await start([0])).origin).port);
  await expect(listen([taken], () => new Hono())).rejects.toThrow(`port ${taken} is taken`);
  await expect(listen([taken, taken], () => new Hono())).rejects.toThrow(`port ${taken} is taken`);
});

test("closes at once, though a request is under way", async () => {
  const server = await listen([0], () => new Hono().get("/", () => new Promise<Response>(() => {})));
  const hanging = fetch(server.origin).then(
    () => "answered",
    () => "cut off",
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  await server.close();
  expect(await hanging).toBe("cut off");
});

test("a port that was named is the only one", () => {
  expect(portsToTry(8080)).toEqual([8080]);
  expect(portsToTry(undefined).slice(0, 2)).toEqual([4173, 4174]);
});
