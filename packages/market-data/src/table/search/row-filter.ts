import { type InstrumentFilter, passes } from "../../instruments/instrument-filter.ts";
import type { InstrumentColumns } from "../instrument-columns.ts";

/**
 * Makes a filter for the rows of columns. What many rows have in common is looked at once: exchange, segment and type by the cells after
 * the strike, the name by its id, the expiry as a number of days.
 */
export function rowFilter(columns: InstrumentColumns, filter: InstrumentFilter): (row: number) => boolean {
  const { exchange, segment, instrument_type, name, tradingsymbol, expiry, strike } = filter;
  const { odd } = columns;
  const nameId = name === undefined ? -1 : columns.names.idOf(name);
  const days = typeof expiry === "string" ? Date.parse(`${expiry}T00:00:00Z`) / 86_400_000 : 0;
  // A row that expires has a day of the calendar; of others this is no expiry.
  const wantedDays = expiry !== null && days === 0 ? -1 : days;
  const tailPasses: boolean[] = [];
  const tailFilter = { exchange, segment, instrument_type };
  const ofTail = (row: number): boolean => {
    const id = columns.tailId[row] as number;
    tailPasses[id] ??= passes({ ...unnamed, ...columns.tail(row) }, tailFilter);
    return tailPasses[id];
  };
  return (row) => {
    const other = odd.size > 0 && odd.get(row);
    if (other) return passes(other, filter);
    return (
      ofTail(row) &&
      (name === undefined || columns.nameId[row] === nameId) &&
      (expiry === undefined || columns.expiry[row] === wantedDays) &&
      (strike === undefined || columns.strike[row] === strike) &&
      (tradingsymbol === undefined || columns.symbol(row) === tradingsymbol)
    );
  };
}

const unnamed = {
  ...{ instrument_token: 0, exchange_token: 0, tradingsymbol: "", name: "" },
  ...{ last_price: 0, expiry: null, strike: 0 },
};
