import fc from "fast-check";
import { expect, test } from "vitest";
import { readForm } from "./form.ts";

const type = "application/x-www-form-urlencoded";
const post = (body: BodyInit | null, contentType?: string): Request => {
  const request = new Request("http://simulator.invalid/", { method: "POST", body });
  if (contentType === undefined) request.headers.delete("content-type");
  else request.headers.set("content-type", contentType);
  return request;
};

test("reads back whatever a client has encoded", async () => {
  const pairs = fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(pairs, async (sent) => {
      const form = await readForm(post(new URLSearchParams(sent).toString(), `${type}; charset=UTF-8`));
      expect([...form]).toEqual(sent);
    }),
  );
});

test("keeps repeated fields in order", async () => {
  const form = await readForm(post("isin=A&quantity=1&isin=B&quantity=2", type));
  expect(form.getAll("isin")).toEqual(["A", "B"]);
  expect(form.getAll("quantity")).toEqual(["1", "2"]);
});

test("takes a request without a body for an empty form", async () => {
  expect([...(await readForm(post(null)))]).toEqual([]);
  expect([...(await readForm(post("", type)))]).toEqual([]);
});

test.each([
  ["JSON", "{}", "application/json"],
  ["plain text", "a=b", "text/plain;charset=UTF-8"],
  ["multipart", "--x--", "multipart/form-data; boundary=x"],
  ["no type at all", "a=b", undefined],
])("refuses %s", async (_, body, contentType) => {
  const request = post(new TextEncoder().encode(body), contentType);
  await expect(readForm(request)).rejects.toMatchObject({ status: 400, errorType: "InputException" });
});

test.each([
  ["a percent sign that encodes nothing", new TextEncoder().encode("tradingsymbol=M%M")],
  ["a body cut inside a character", new TextEncoder().encode("name=%E2%82")],
  ["bytes that are no text", new Uint8Array([0x61, 0x3d, 0xff, 0xfe])],
])("refuses %s", async (_, body) => {
  await expect(readForm(post(body, type))).rejects.toMatchObject({ status: 400, errorType: "InputException" });
});
