import type { GenericSchema } from "valibot";
import { reading } from "../reading.ts";
import { readIst } from "./read-ist.ts";

/** Turns the server's IST wall time into a `Date`, and null or a placeholder for "none" into null. */
export const IstTimeOrNoneSchema: GenericSchema<string | null, Date | null> = reading(
  "time",
  '"yyyy-mm-dd hh:mm:ss"',
  (value) => (value === null ? null : typeof value === "string" ? readIst(value) : undefined),
);
