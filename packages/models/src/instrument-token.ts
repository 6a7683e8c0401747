import type { GenericSchema } from "valibot";
import { reading } from "./reading.ts";

/** Reads an instrument token: a number on the wire, a string in parts of Kite's documentation, a number in either case. */
export const InstrumentTokenSchema: GenericSchema<number | string, number> = reading("type", "number", (value) =>
  typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value)) ? Number(value) : undefined,
);
