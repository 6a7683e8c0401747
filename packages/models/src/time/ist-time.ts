import type { GenericSchema } from "valibot";
import { reading } from "../reading.ts";
import { readIst } from "./read-ist.ts";

/** Turns the server's IST wall time into a `Date`. A placeholder for "none" is an issue. */
export const IstTimeSchema: GenericSchema<string, Date> = reading(
  "time",
  '"yyyy-mm-dd hh:mm:ss"',
  (value) => (typeof value === "string" && readIst(value)) || undefined,
);
