import { Failure } from "./failure.ts";

/** Reads the body of a request as the params of a call; their fields are checked by the SDK before anything is sent. */
export async function readParams<Params>(request: Request): Promise<Params> {
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Params;
  throw new Failure(400, {
    code: "InvalidBody",
    message: "The request's body is not a JSON object.",
    what_to_do: "Reload the page and try again.",
  });
}
