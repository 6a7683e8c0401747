import type { GenericSchema } from "valibot";
import { ownSchema } from "./own-schema.ts";

/**
 * Puts a function in front of a schema, for answers that come in more than one shape. The function must take any value and throw
 * nothing; what it gives is checked by the schema, so that one odd field hides no other.
 */
export const preparing = <Wire, Value>(
  prepare: (value: unknown) => unknown,
  schema: GenericSchema<unknown, Value>,
): GenericSchema<Wire, Value> =>
  ownSchema((dataset, config) => schema["~run"]({ value: prepare(dataset.value) }, config));
