import { answering } from "@kite/testing";
import { expect, test } from "vitest";
import { createClient } from "../client.ts";
import { type LogEntry, log } from "./log.ts";
import { retry } from "./retry.ts";

test("reports every attempt, with nothing secret in it", async () => {
  const { environment } = await answering({ status: 503, text: "<html>T0KEN" }, { json: { data: 1 } });
  const lines: string[] = [];
  const entries: LogEntry[] = [];
  const report = (line: string, entry: LogEntry) => {
    lines.push(line);
    entries.push(entry);
  };
  const kite = createClient({ apiKey: "key", accessToken: "T0KEN", environment }, retry({ baseDelay: 1 }), log(report));
  await kite.send({ endpoint: "getProfile", method: "GET", path: "/user/profile", query: { access_token: "T0KEN" } });
  expect(lines).toEqual([
    expect.stringMatching(/^GET \/user\/profile 503 HttpError \d+ ms$/),
    expect.stringMatching(/^GET \/user\/profile 200 \d+ ms$/),
  ]);
  expect(entries[1]).toEqual({
    endpoint: "getProfile",
    method: "GET",
    path: "/user/profile",
    status: 200,
    code: undefined,
    milliseconds: expect.any(Number),
  });
  expect(lines.join() + JSON.stringify(entries)).not.toContain("T0KEN");
});
