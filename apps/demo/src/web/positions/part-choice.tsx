import type { ReactNode } from "react";
import { formatQuantity } from "../../shared/rupees.ts";
import type { ConversionForm } from "./conversion.ts";
import type { PositionRow } from "./position-row.ts";

interface PartChoiceProps {
  readonly row: PositionRow;
  readonly chosen: "day" | "overnight";
  readonly onChange: (part: Pick<ConversionForm, "position_type" | "quantity">) => void;
}

const parts = [
  { part: "day", name: "Opened today" },
  { part: "overnight", name: "Carried over" },
] as const;

/** Asks which part to convert, where a position was opened in part today and in part earlier. */
export function PartChoice({ row, chosen, onChange }: PartChoiceProps): ReactNode {
  if (row.open.day === 0 || row.open.overnight === 0) return null;
  return (
    <fieldset className="segmented wide">
      <legend>Which part</legend>
      {parts.map(({ part, name }) => (
        <label key={part}>
          <input
            type="radio"
            name="position_type"
            checked={chosen === part}
            onChange={() => onChange({ position_type: part, quantity: String(row.open[part]) })}
          />
          <span>
            {name}: {formatQuantity(row.open[part])}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
