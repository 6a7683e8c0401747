import { Refusal } from "../refusal.ts";

/** Most pairs of one request: a quote may name 1,000 instruments. */
const mostPairs = 1_200;
const longestValue = 16_384;

const name = /^[a-z][a-z0-9_]{0,39}$/;
/** What only the gateway says to Kite. */
const own = /^(api_key|api_secret|checksum|enctoken|.*_token)$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u001f\u007f]/;

/**
 * Reads a query or a form and gives it encoded anew. Throws 400 for names that no field of Kite has, for credentials, and for control
 * characters: nothing that comes through can end a line or add one.
 */
export function checkedFields(text: string): URLSearchParams {
  const fields = new URLSearchParams(text);
  let pairs = 0;
  for (const [field, value] of fields) {
    pairs += 1;
    if (pairs > mostPairs) throw input(`more than ${mostPairs} fields in one request`);
    if (!name.test(field)) throw input("a field's name is not one of Kite's: lower-case letters, digits and _");
    if (field !== "instrument_token" && own.test(field))
      throw input(`\`${field}\` is put in by the gateway; leave it out`);
    if (value.length > longestValue) throw input(`\`${field}\` is longer than ${longestValue} characters`);
    if (control.test(value)) throw input(`\`${field}\` holds a control character`);
  }
  return fields;
}

export const input = (message: string): Refusal => new Refusal(400, "InputException", message);
