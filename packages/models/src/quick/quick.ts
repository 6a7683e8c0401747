import type { GenericSchema } from "valibot";

/** The fields of an answer, before anything is known about them. */
export type Fields<Value> = { readonly [Name in keyof Value]-?: unknown };

const doubt = {};

/** Leaves a value to its schema: it is not what the quick way knows, and the schema can say what is wrong. */
export function inDoubt(): never {
  throw doubt;
}

/** Reads an answer whose fields are named one by one, or is in doubt. */
type Read = (fields: never) => unknown;

/**
 * Puts a quick way in front of a schema. `read` gives what the schema would give, or is in doubt; then the schema looks for itself.
 * Written out, with every field by its name, it takes a tenth of the time of a schema's walk over its entries.
 */
export function quick<Schema extends GenericSchema>(schema: Schema, read: Read): Schema {
  const walk = schema["~run"];
  return Object.assign(schema, {
    "~run"(this: GenericSchema, ...[dataset, config]: Parameters<typeof walk>) {
      // Schemas that are made of this one, by `pick` for one, have its way but other fields.
      const value = this === schema ? attempt(read, dataset.value) : doubt;
      return value === doubt ? walk.call(this, dataset, config) : { typed: true, value };
    },
  });
}

function attempt(read: Read, value: unknown): unknown {
  try {
    return read(fieldsOf(value) as never);
  } catch {
    return doubt;
  }
}

/** Gives a nested object to read on. */
export const fieldsOf = <Value>(value: unknown): Fields<Value> =>
  typeof value === "object" && value !== null ? (value as Fields<Value>) : inDoubt();
