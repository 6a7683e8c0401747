import type { Instrument, Instruments, OptionChain } from "@kite/market-data";

/** Indices are listed under other names than the contracts on them. */
const indices: Readonly<Record<string, string>> = {
  NIFTY: "NSE:NIFTY 50",
  BANKNIFTY: "NSE:NIFTY BANK",
  FINNIFTY: "NSE:NIFTY FIN SERVICE",
  MIDCPNIFTY: "NSE:NIFTY MID SELECT",
  NIFTYNXT50: "NSE:NIFTY NEXT 50",
  SENSEX: "BSE:SENSEX",
  BANKEX: "BSE:BANKEX",
};

/** The name under which contracts on an instrument are listed; for a contract, on what it is on. Undefined when there are no options. */
export function chainNameOf(instrument: Instrument, instruments: Instruments): string | undefined {
  const name = contractsName(instrument);
  const hasOptions = some(instruments.byName(name), ({ instrument_type }) => /^[CP]E$/.test(instrument_type));
  return hasOptions ? name : undefined;
}

/** The key of what a chain's strikes are measured against: the index, the share, or the future that an option becomes. */
export function spotKeyOf({ name, exchange, expiry }: OptionChain, instruments: Instruments): string | undefined {
  if (exchange === "NFO" || exchange === "BFO") {
    const keys = [indices[name] ?? "", `NSE:${name}`, `BSE:${name}`];
    return keys.find((key) => instruments.byKey(key));
  }
  const future = [...instruments.byName(name)]
    .filter((row) => row.instrument_type === "FUT" && row.exchange === exchange && (row.expiry ?? "") >= expiry)
    .sort((one, other) => ((one.expiry ?? "") < (other.expiry ?? "") ? -1 : 1))[0];
  return future && `${future.exchange}:${future.tradingsymbol}`;
}

/** The segment whose hours an instrument keeps, in the words of the calendar: shares with derivatives close with an auction. */
export function statusSegmentOf(instrument: Instrument, instruments: Instruments): string {
  const { segment, exchange, instrument_type } = instrument;
  if (segment === "INDICES" || instrument_type !== "EQ") return segment;
  const hasContracts = some(instruments.byName(contractsName(instrument)), ({ expiry }) => expiry !== null);
  return hasContracts ? `${exchange}-CAS` : exchange;
}

function contractsName({ expiry, name, segment, exchange, tradingsymbol }: Instrument): string {
  if (expiry !== null) return name;
  if (segment !== "INDICES") return tradingsymbol;
  const key = `${exchange}:${tradingsymbol}`;
  return Object.keys(indices).find((contracts) => indices[contracts] === key) ?? tradingsymbol;
}

function some<Row>(rows: Iterable<Row>, test: (row: Row) => boolean): boolean {
  for (const row of rows) if (test(row)) return true;
  return false;
}
