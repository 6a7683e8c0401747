import { beforeAll, describe, expect, test } from "vitest";
import { calls } from "./testing/calls.ts";
import { observe } from "./testing/observe.ts";

// On a host that is set to India both clients mean the same by a time; elsewhere see times.test.ts.
beforeAll(() => {
  process.env.TZ = "Asia/Kolkata";
});

/** Logins and logouts are not signed by us: the token to end, or the lack of one, is in the request itself. */
const unsigned = /^(generateSession|renewAccessToken|invalidate)/;

describe("the official client and ours, before the same server", () => {
  test.each(calls)("%s: the same request, the same answer", async (name, call, answer) => {
    const { official, ours } = await observe(call, answer);
    const requests = official.requests.map((request) =>
      unsigned.test(name) ? { ...request, authorization: undefined } : request,
    );
    expect(requests).toHaveLength(1);
    expect(ours.requests).toEqual(requests);
    expect(ours.resolved).toStrictEqual(official.resolved);
    expect(ours).not.toHaveProperty("rejected");
    expect(official).not.toHaveProperty("rejected");
  });
});
