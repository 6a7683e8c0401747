import { refuse } from "../refusal.ts";

export interface BodyLimits {
  readonly bodyBytes: number;
  /** Milliseconds until the last byte. */
  readonly bodyTime: number;
}

/** Reads a body as text, as far as the limits allow. Throws 413 for one that is too large, 408 for one that is too slow. */
export async function readBody(request: Request, { bodyBytes, bodyTime }: BodyLimits): Promise<string> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > bodyBytes) throw tooLarge(bodyBytes);
  if (!request.body) return "";
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    reader.cancel().catch(() => {});
  }, bodyTime);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isLate) throw refuse(408, `the body did not arrive within ${bodyTime} ms; send it again`);
      if (done) break;
      size += value.byteLength;
      if (size > bodyBytes) throw tooLarge(bodyBytes);
      chunks.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return decode(chunks, size);
}

function decode(chunks: readonly Uint8Array[], size: number): string {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse(400, "the body is no UTF-8 text");
  }
}

const tooLarge = (limit: number) =>
  refuse(413, `the body is larger than ${limit} bytes; nothing of it was sent to Kite`);
