import {
  type BaseIssue,
  type Config,
  type GenericSchema,
  type OutputDataset,
  type UnknownDataset,
  unknown,
} from "valibot";

type Issue = BaseIssue<unknown>;

/**
 * Makes a schema from what it does with a value: `run` gives the dataset back with the value that it read, and with issues where it
 * could not.
 *
 * Small and quick: each action of the library would add 50 to 150 bytes to a bundle, and steps to every value.
 */
export const ownSchema = <Wire, Value>(
  run: (
    this: GenericSchema,
    dataset: UnknownDataset,
    config: Config<Issue>,
  ) => UnknownDataset | OutputDataset<unknown, Issue>,
): GenericSchema<Wire, Value> =>
  Object.assign(unknown() as GenericSchema, { "~run": run }) as GenericSchema as GenericSchema<Wire, Value>;
