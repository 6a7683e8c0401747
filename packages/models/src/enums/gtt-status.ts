import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/**
 * States of a GTT. `active` is being watched and `disabled` waits for the user. The others are final: `cancelled` was ended by the
 * system, after a corporate action for one, `deleted` by the user.
 *
 * `triggered` says nothing about the order that was placed then.
 */
export const gttStatuses = ["active", "triggered", "disabled", "expired", "cancelled", "rejected", "deleted"] as const;

/** State of a GTT; completes the known ones, holds any. */
export type GTTStatus = (typeof gttStatuses)[number] | (string & {});

export const GTTStatusSchema = AnyStringSchema as OpenEnumSchema<GTTStatus>;
