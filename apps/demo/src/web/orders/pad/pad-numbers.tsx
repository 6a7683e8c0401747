import type { ReactNode } from "react";
import { formatAmount, formatQuantity } from "../../../shared/rupees.ts";
import type { InstrumentRow } from "../../market/instrument-row.ts";
import { unitOf } from "../../positions/units.ts";
import { PadField } from "./pad-field.tsx";
import { type PadField as FieldName, numbersOf } from "./pad-form.ts";
import type { Pad } from "./use-pad.ts";

interface PadNumbersProps {
  readonly pad: Pad;
  readonly instrument: InstrumentRow | undefined;
}

/** The numbers that the order needs as it is: more for a stop, fewer for a market order. */
export function PadNumbers({ pad, instrument }: PadNumbersProps): ReactNode {
  return numbersOf(pad.form).map((field) => (
    <PadField
      key={field}
      id={`order-${field}`}
      name={names[field] ?? field}
      hint={hintFor(field, instrument)}
      remark={pad.remarkOn(field)}
      onSuggestion={(value) => pad.change({ [field]: value })}
    >
      {(attributes) => (
        <input
          {...attributes}
          inputMode="decimal"
          autoComplete="off"
          placeholder={field === "market_protection" ? "automatic" : undefined}
          value={pad.form[field]}
          onChange={(event) => pad.change({ [field]: event.target.value })}
        />
      )}
    </PadField>
  ));
}

const names: Partial<Record<FieldName, string>> = {
  quantity: "Quantity",
  price: "Price",
  trigger_price: "Trigger",
  market_protection: "Protection",
  validity_ttl: "Valid for",
  iceberg_legs: "Legs",
};

function hintFor(field: FieldName, instrument: InstrumentRow | undefined): string | undefined {
  const { lot_size = 1, tick_size = 0, exchange = "NSE" } = instrument ?? {};
  if (field === "quantity") return lot_size > 1 ? `lots of ${formatQuantity(lot_size)}` : unitOf(exchange, 2);
  if (field === "price" || field === "trigger_price") return tick_size > 0 ? `tick ${formatAmount(tick_size)}` : "₹";
  if (field === "market_protection") return "%";
  return field === "validity_ttl" ? "minutes" : "2 or more";
}
