import { _addIssue, type GenericSchema } from "valibot";
import { ownSchema } from "./own-schema.ts";

/**
 * Makes a schema from a function that reads one value and gives undefined where it cannot. A value that cannot be read is an
 * issue, and stays in the output as it came.
 */
export const reading = <Wire, Value>(
  label: string,
  expected: string,
  read: (value: unknown) => Value | undefined,
): GenericSchema<Wire, Value> =>
  ownSchema(function (dataset, config) {
    const value = read(dataset.value);
    if (value === undefined) _addIssue(this, label, dataset, config, { expected });
    return value === undefined ? dataset : { typed: true, value };
  });
