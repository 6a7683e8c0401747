import { Refusal } from "./refusal.ts";

const FORM = "application/x-www-form-urlencoded";
/** The real limit is not published. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Reads the fields of a POST or PUT. Fields nobody asks for are ignored; a request without any body is an empty form.
 *
 * @throws {Refusal} 400 when the body is not `application/x-www-form-urlencoded`, or not intact; 413 above 1 MB.
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const bytes = await readBytes(request);
  if (bytes.length === 0 && type === undefined) return new URLSearchParams();
  if (type !== FORM) throw new Refusal(400, "InputException", `Unsupported content type: expected ${FORM}.`);
  return parse(bytes);
}

/** @throws {Refusal} 413 above 1 MB, 400 for a body that breaks off. */
export async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // one chunk at a time, so that nobody's huge body is ever held in memory
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) break;
      chunks.push(chunk);
    }
  } catch {
    throw unreadable();
  }
  if (size > MAX_BODY_BYTES) throw new Refusal(413, "InputException", "Request body is too large.");
  return Buffer.concat(chunks);
}

function parse(bytes: Uint8Array): URLSearchParams {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // URLSearchParams never complains; a cut or doubly decoded body should not pass as a shorter valid one
    decodeURIComponent(text);
    return new URLSearchParams(text);
  } catch {
    throw unreadable();
  }
}

const unreadable = (): Refusal => new Refusal(400, "InputException", "Request body could not be read.");
