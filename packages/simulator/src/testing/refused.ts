import type { Answer } from "./caller.ts";

/** The complete answer of a refusal: status, content type and every key of the envelope. */
export function refused(status: number, error_type: string, message: string): Answer {
  return { status, type: "application/json", body: { status: "error", message, data: null, error_type } };
}

export const badToken: Answer = refused(403, "TokenException", "Incorrect `api_key` or `access_token`.");

/** The refusal of a field, which the API words alike for all of them. */
export function badField(name: string): Answer {
  return refused(400, "InputException", `Invalid \`${name}\`.`);
}
