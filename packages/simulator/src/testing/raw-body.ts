import { request } from "node:http";
import type { Simulator } from "../simulator.ts";
import type { Caller } from "./caller.ts";

/** An answer as it came over the wire. */
export interface RawBody {
  readonly encoding: string | undefined;
  readonly type: string | undefined;
  readonly bytes: Buffer;
}

/** Asks through Node's own client, because `fetch` unpacks a body before anybody can look. */
export function rawBody(
  { url }: Simulator,
  caller: Caller,
  path: string,
  accepted: string | undefined,
): Promise<RawBody> {
  const headers = { ...caller.headers, ...(accepted !== undefined && { "accept-encoding": accepted }) };
  return new Promise((resolve, reject) => {
    request(url + path, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const { "content-encoding": encoding, "content-type": type } = response.headers;
        resolve({ encoding, type, bytes: Buffer.concat(chunks) });
      });
    })
      .on("error", reject)
      .end();
  });
}
