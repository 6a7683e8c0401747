import type { ReactNode } from "react";
import { keyOf } from "../market/instrument-row.ts";
import { instrumentAddress } from "../market/use-instrument-key.ts";
import { InstrumentName } from "../table/instrument-name.tsx";
import { onRowKey } from "./row-keys.ts";

interface RowLinkProps {
  readonly row: Parameters<typeof keyOf>[0];
}

/** The name of a row's instrument. It takes clicks anywhere on the row, and leads to the market view. */
export function RowLink({ row }: RowLinkProps): ReactNode {
  return (
    <a className="row-link" href={instrumentAddress("market", keyOf(row))} onKeyDown={onRowKey}>
      <InstrumentName symbol={row.tradingsymbol} />
    </a>
  );
}
