import { gzipSync } from "node:zlib";
import { type Answer, answering } from "@kite/testing";
import { expect, test } from "vitest";
import { createClient } from "./client.ts";
import { cache } from "./layers/cache.ts";
import { retry } from "./layers/retry.ts";
import { nodeTransport } from "./node-transport.ts";
import { readGood } from "./read-good.ts";
import type { Plan } from "./request.ts";
import type { BodyReader } from "./transport.ts";

/** A reader that counts bytes, and one count of readers for all attempts of a call. */
function counting(give: (bytes: number) => ReturnType<BodyReader["end"]> = (data) => ({ data })) {
  const made = { readers: 0 };
  const read = readGood("text/csv", (): BodyReader => {
    made.readers += 1;
    let bytes = 0;
    return {
      write(piece) {
        bytes += piece.length;
      },
      end: () => give(bytes),
    };
  });
  return {
    made,
    plan: { endpoint: "getInstruments", method: "GET", path: "/instruments", accept: "csv", read } as Plan,
  };
}

const list = "0123456789".repeat(50_000);
const csv: Answer = { text: list, headers: { "content-type": "text/csv; charset=utf-8" } };
const transports = [undefined, nodeTransport()];

test.each(transports)(
  "a reader gets the whole body of a good answer, and its result is the data",
  async (transport) => {
    const { environment } = await answering(csv);
    const kite = createClient({ apiKey: "key", accessToken: "t", environment, transport });
    const { plan } = counting();
    expect((await kite.send(plan)).data).toBe(list.length);
    expect((await kite.send(counting((bytes) => ({ text: String(bytes) })).plan)).data).toBe(String(list.length));
  },
);

test.each(transports)("errors and other kinds of body are read as ever", async (transport) => {
  const answers: Answer[] = [
    { status: 403, json: { status: "error", message: "no", error_type: "TokenException" } },
    { json: { status: "success", data: 1 } },
    { text: "<html>", headers: { "content-type": "text/html" } },
  ];
  const { environment } = await answering(() => answers.shift() as Answer);
  const kite = createClient({ apiKey: "key", accessToken: "t", environment, transport });
  const { plan, made } = counting();
  await expect(kite.send(plan)).rejects.toMatchObject({ code: "TokenException" });
  await expect(kite.send(plan)).rejects.toMatchObject({ code: "MalformedAnswer" });
  await expect(kite.send(plan)).rejects.toMatchObject({ code: "MalformedAnswer" });
  expect(made.readers).toBe(0);
});

test("a body that breaks off is no answer, and the next attempt has a reader of its own", async () => {
  const zipped = gzipSync(list);
  let requests = 0;
  const fetch = async () => {
    requests += 1;
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(zipped);
        if (requests === 1) controller.error(new Error("broken"));
        else controller.close();
      },
    });
    return new Response(body, { headers: { "content-type": "text/csv" } });
  };
  const layers = [retry({ baseDelay: 1 }), cache({ ttl: 1_000 })];
  const kite = createClient({ apiKey: "key", accessToken: "t", fetch }, ...layers);
  const { plan, made } = counting();
  expect((await kite.send(plan)).data).toBe(zipped.length);
  expect(made.readers).toBe(2);
  // What a reader makes is nobody else's.
  await kite.send(plan);
  expect(made.readers).toBe(3);
});
