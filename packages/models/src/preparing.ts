import { type GenericSchema, pipe, transform, unknown } from "valibot";

/**
 * Puts a function in front of a schema, for answers that come in more than one shape. The function must take any value and throw
 * nothing; what it gives is checked by the schema, so that one odd field hides no other.
 */
export const preparing = <Wire, Value>(
  prepare: (value: unknown) => unknown,
  schema: GenericSchema<unknown, Value>,
): GenericSchema<Wire, Value> =>
  pipe(unknown(), transform(prepare), schema) as GenericSchema<unknown, Value> as GenericSchema<Wire, Value>;
