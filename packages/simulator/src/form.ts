import { Refusal } from "./refusal.ts";

/** Largest request body in bytes; the real limit is not published. */
export const MAX_BODY_BYTES: number = 1024 * 1024;

/**
 * Reads the fields of a POST or PUT. Fields nobody asks for are ignored; a request without any body is an empty form.
 *
 * @throws {Refusal} 400 when the body is not `application/x-www-form-urlencoded`, or not intact.
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const text = await readText(request);
  if (text === "" && type === undefined) return new URLSearchParams();
  if (type !== FORM) throw new Refusal(400, "InputException", `Unsupported content type: expected ${FORM}.`);
  return decode(text);
}

const FORM = "application/x-www-form-urlencoded";

async function readText(request: Request): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await request.arrayBuffer());
  } catch {
    throw broken();
  }
}

/** URLSearchParams never complains; a cut or doubly decoded body should not pass as a shorter valid one. */
function decode(text: string): URLSearchParams {
  try {
    decodeURIComponent(text);
  } catch {
    throw broken();
  }
  return new URLSearchParams(text);
}

function broken(): Refusal {
  return new Refusal(400, "InputException", "Request body could not be read.");
}
