import { type GenericSchema, nullable, pipe, rawTransform, string } from "valibot";
import { readIst } from "./read-ist.ts";

/** Turns the server's IST wall time into a `Date`, and null or a placeholder for "none" into null. */
export const IstTimeOrNoneSchema: GenericSchema<string | null, Date | null> = nullable(
  pipe(
    string(),
    rawTransform(({ dataset, addIssue, NEVER }) => {
      const date = readIst(dataset.value);
      if (date !== undefined) return date;
      addIssue({ label: "time", expected: '"yyyy-mm-dd hh:mm:ss"' });
      return NEVER;
    }),
  ),
);
