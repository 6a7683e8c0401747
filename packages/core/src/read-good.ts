import type { Plan } from "./request.ts";
import type { BodyReader } from "./transport.ts";

/** Has good answers of one content type read by a reader of its own. Errors and other types are read as text, as ever. */
export const readGood =
  (type: string, make: () => BodyReader): NonNullable<Plan["read"]> =>
  (status, headers) =>
    status >= 200 && status < 300 && headers.get("content-type")?.split(";")[0] === type ? make() : undefined;
