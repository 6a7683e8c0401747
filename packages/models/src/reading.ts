import { type GenericSchema, pipe, rawTransform, unknown } from "valibot";

/**
 * Makes a schema from a function that reads one value and gives undefined where it cannot. A value that cannot be read is an
 * issue, and stays in the output as it came.
 *
 * One way for all converted fields keeps bundles small: each schema action of the library adds 50 to 150 bytes.
 */
export const reading = <Wire, Value>(
  label: string,
  expected: string,
  read: (value: unknown) => Value | undefined,
): GenericSchema<Wire, Value> =>
  pipe(
    unknown(),
    rawTransform<unknown, Value>(({ dataset, addIssue, NEVER }) => {
      const value = read(dataset.value);
      if (value !== undefined) return value;
      addIssue({ label, expected });
      return NEVER;
    }),
  ) as GenericSchema<unknown, Value> as GenericSchema<Wire, Value>;
