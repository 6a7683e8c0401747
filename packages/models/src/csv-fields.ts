import type { GenericSchema } from "valibot";
import { reading } from "./reading.ts";

/** Reads a number from the text of a CSV: digits, with decimals or without. Empty text is no number. */
export const CsvNumberSchema: GenericSchema<string, number> = reading("type", "number", (value) =>
  typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined,
);

/** Reads `1` as true and `0` as false. */
export const CsvFlagSchema: GenericSchema<string, boolean> = reading("type", "0 or 1", (value) =>
  value === "1" || value === "0" ? value === "1" : undefined,
);
