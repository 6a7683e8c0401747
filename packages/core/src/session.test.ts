import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { KiteError } from "./errors.ts";
import { Session } from "./session.ts";

const error = new KiteError({ code: "TokenException", message: "over" });

test("runs the hook once per dead token, however many calls fail with it", async () => {
  const hook = vi.fn();
  const session = new Session("first", hook);
  session.reportExpired("first", error);
  session.reportExpired("first", error);
  await Promise.resolve();
  expect(hook).toHaveBeenCalledTimes(1);
  expect(session.expired).toBe(true);

  session.setAccessToken("second");
  expect(session.expired).toBe(false);
  session.reportExpired("second", error);
  await vi.waitFor(() => expect(hook).toHaveBeenCalledTimes(2));
});

test("a late failure of an older token says nothing about the new one", async () => {
  const hook = vi.fn();
  const session = new Session("first", hook);
  session.setAccessToken("second");
  session.reportExpired("first", error);
  await Promise.resolve();
  expect(hook).not.toHaveBeenCalled();
  expect(session.expired).toBe(false);
});

test("puts the token the hook gives to use", async () => {
  const session = new Session("first", async () => "second");
  session.reportExpired("first", error);
  await vi.waitFor(() => expect(session.accessToken).toBe("second"));
  expect(session.expired).toBe(false);
});

test("renew shares one login between its callers, and takes a token set from outside", async () => {
  const hook = vi.fn();
  const session = new Session("first", hook);
  const both = Promise.all([session.renew({ error }), session.renew({ error })]);
  await Promise.resolve();
  session.setAccessToken("second");
  expect(await both).toEqual(["second", "second"]);
  expect(hook).toHaveBeenCalledTimes(1);
});

test("a hook that throws fails those who wait, is reported when nobody does, and can be asked again", async () => {
  const reported: unknown[] = [];
  let answer: () => string = () => {
    throw new Error("no network");
  };
  const session = new Session(
    "first",
    () => answer(),
    (failure) => reported.push(failure),
  );
  session.reportExpired("first", error);
  await vi.waitFor(() => expect(reported).toEqual([new Error("no network")]));
  session.reportExpired("first", error);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(reported).toHaveLength(1);
  await expect(session.renew({ error })).rejects.toThrow("no network");
  answer = () => "second";
  expect(await session.renew({ error })).toBe("second");
});

test("listeners hear each change until they leave", () => {
  const heard: (string | undefined)[] = [];
  const session = new Session();
  const leave = session.onChange((token) => heard.push(token));
  session.setAccessToken("first");
  session.setAccessToken(undefined);
  leave();
  session.setAccessToken("second");
  expect(heard).toEqual(["first", undefined]);
});

test("refuses a token that cannot stand in a header and keeps the old one", () => {
  const session = new Session("first");
  expect(() => session.setAccessToken("two words")).toThrow("accessToken");
  expect(session.accessToken).toBe("first");
});

test("never shows its token", () => {
  const session = new Session("S3CRET");
  expect(inspect(session, { showHidden: true, getters: true }) + JSON.stringify(session)).not.toContain("S3CRET");
});
