import { AnyStringSchema, type OpenEnumSchema } from "./open-enum.ts";

/** Margin products. `CO` and `BO` occur only in answers; orders are placed in the first four. */
export const products = ["CNC", "NRML", "MIS", "MTF", "CO", "BO"] as const;

/** Margin product of an order or position; completes the known ones, holds any. */
export type Product = (typeof products)[number] | (string & {});

export const ProductSchema = AnyStringSchema as OpenEnumSchema<Product>;
