import type { Plan } from "./request.ts";
import type { BodyReader } from "./transport.ts";

/** Has good answers of one content type read by a reader of its own. Errors and other types are read as text, as ever. */
export const readGood =
  (type: string, make: () => BodyReader): NonNullable<Plan["read"]> =>
  (status, headers) => {
    if (status < 200 || status > 299 || headers.get("content-type")?.split(";")[0] !== type) return undefined;
    return async (body) => {
      const reader = make();
      const chunks = body.getReader();
      for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) reader.write(chunk.value);
      return reader.end();
    };
  };
