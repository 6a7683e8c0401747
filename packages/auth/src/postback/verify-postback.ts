import { KiteError } from "@kite/core";
import { type OrderUpdate, OrderUpdateSchema } from "@kite/models";
import { getDotPath, safeParse } from "valibot";
import { sha256 } from "../checksum.ts";
import { repeatedKey } from "./repeated-key.ts";
import { sameText } from "./same-text.ts";

/**
 * Checks that a postback comes from Kite, and gives the order update in it. Hand in the body as it was received, before any JSON
 * parser: the checksum is over its text.
 *
 * The checksum covers `order_id` and `order_timestamp`, nothing else: whoever has seen one postback can send it again with another
 * `status`. Postbacks also overtake each other. So take it as a reason to look, and fetch the order before acting on it.
 *
 * Throws `InvalidInput` for a body that is not a postback, `ChecksumMismatch` for one that was not made with this secret,
 * `SchemaMismatch` for a genuine one that lacks documented fields; its `answer()` gives the payload as it came.
 *
 * @example
 * const update = await verifyPostback(await request.text(), api_secret);
 *
 * @see https://kite.trade/docs/connect/v3/postbacks/
 */
export async function verifyPostback(rawBody: string | Uint8Array, api_secret: string): Promise<OrderUpdate> {
  // An empty secret would make checksums that anyone can make.
  if (typeof api_secret !== "string" || api_secret === "") throw refused("api_secret: is missing");
  const text = textOf(rawBody);
  const payload = parse(text);
  const signed = textField(payload, "order_id") + textField(payload, "order_timestamp");
  const expected = await sha256(signed + api_secret);
  if (!sameText(expected, textField(payload, "checksum"))) {
    throw problem("ChecksumMismatch", "checksum: was not made with this api_secret; forged, or of another app");
  }
  const repeated = repeatedKey(text);
  if (repeated !== undefined) throw refused(`${JSON.stringify(repeated)}: occurs twice`);
  const { success, output, issues } = safeParse(OrderUpdateSchema, payload);
  if (success) return output;
  const [issue] = issues;
  throw problem("SchemaMismatch", `${getDotPath(issue) ?? "body"}: ${issue.message}`, payload);
}

const problem = (code: string, message: string, answer?: unknown): KiteError =>
  new KiteError({ code, endpoint: "verifyPostback", message, answer });

const refused = (message: string): KiteError => problem("InvalidInput", message);

function textOf(rawBody: string | Uint8Array): string {
  if (typeof rawBody === "string") return rawBody;
  if (!(rawBody instanceof Uint8Array)) {
    throw refused("rawBody: must be the body as received, text or bytes, not what a JSON parser made of it");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(rawBody);
  } catch {
    throw refused("rawBody: is not UTF-8");
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused(`rawBody: is not JSON (${text.length} characters)`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw refused("rawBody: is not a JSON object");
  return value as Record<string, unknown>;
}

function textField(payload: Readonly<Record<string, unknown>>, name: string): string {
  const value = payload[name];
  if (typeof value === "string" && value !== "") return value;
  throw refused(`${name}: must be a text that is not empty, got ${value === null ? "null" : typeof value}`);
}
