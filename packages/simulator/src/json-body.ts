import { readBytes } from "./form.ts";
import { Refusal, refuse } from "./refusal.ts";

/**
 * Reads the JSON array that the calculators take.
 *
 * @throws {Refusal} 400 when the body is not `application/json`, no JSON, or no array; 413 above 1 MB.
 */
export async function readJsonArray(request: Request): Promise<readonly unknown[]> {
  const value = await readJson(request);
  if (!Array.isArray(value)) throw refuse("Request body has to be a JSON array.");
  return value;
}

/** @throws {Refusal} 400 when the body is not `application/json`, or no JSON; 413 above 1 MB. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const bytes = await readBytes(request);
  if (type !== "application/json") {
    throw new Refusal(400, "InputException", "Unsupported content type: expected application/json.");
  }
  return parse(bytes);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refuse("Request body could not be read.");
  }
}
