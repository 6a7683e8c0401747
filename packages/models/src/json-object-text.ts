import type { GenericSchema } from "valibot";
import { reading } from "./reading.ts";

/** An object whose keys Kite does not document. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

/**
 * Reads an object that the server wrote as JSON text inside its JSON. Text that is anything else, cut JSON for one, stays the text
 * it is and is no issue.
 */
export const JsonObjectTextSchema: GenericSchema<string | null, JsonObject | string | null> = reading(
  "type",
  "string",
  (value) => {
    if (typeof value === "string") return readObject(value) ?? value;
    return typeof value === "object" ? (value as JsonObject | null) : undefined;
  },
);

function readObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {}
  return undefined;
}
