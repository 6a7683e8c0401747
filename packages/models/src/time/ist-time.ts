import { type GenericSchema, pipe, rawTransform, string } from "valibot";
import { readIst } from "./read-ist.ts";

/** Turns the server's IST wall time into a `Date`. A placeholder for "none" is an issue. */
export const IstTimeSchema: GenericSchema<string, Date> = pipe(
  string(),
  rawTransform(({ dataset, addIssue, NEVER }) => {
    const date = readIst(dataset.value);
    if (date) return date;
    addIssue({ label: "time", expected: '"yyyy-mm-dd hh:mm:ss"' });
    return NEVER;
  }),
);
