import type { Instrument } from "./instrument.ts";

/**
 * Everything that trades on the simulated exchange. Prices are typical ones in paise; derivative symbols carry
 * `contractMonth` (`27JAN`).
 */
export function listInstruments(contractMonth: string): Instrument[] {
  return [
    share("NSE", "ASHOKLEY", 212, "INE208A01029", 1, 14_150),
    share("NSE", "AXISBANK", 5900, "INE238A01034", 10, 116_000),
    share("NSE", "HDFCBANK", 1333, "INE040A01034", 5, 93_000),
    share("NSE", "ICICIBANK", 4963, "INE090A01021", 10, 137_000),
    share("NSE", "INFY", 1594, "INE009A01021", 10, 150_000),
    share("NSE", "ITC", 1660, "INE154A01025", 5, 41_000),
    share("NSE", "M&M", 2031, "INE101A01026", 10, 305_000),
    share("NSE", "NTPC", 11630, "INE733E01010", 5, 33_500),
    share("NSE", "RELIANCE", 2885, "INE002A01018", 10, 142_000),
    share("NSE", "TATASTEEL", 3499, "INE081A01020", 1, 16_800),
    share("NSE", "WIPRO", 3787, "INE075A01022", 1, 22_500),
    { ...share("NSE", "SIMLIST", 99_001, "INE0SIM01010", 1, 11_200), firstDay: true },
    share("BSE", "SBIN", 500_112, "INE062A01020", 5, 76_000),
    share("BSE", "TCS", 532_540, "INE467B01029", 10, 308_000),
    contract("NFO", `NIFTY${contractMonth}FUT`, 35_001, 65, 10, 2_480_000),
    contract("NFO", `NIFTY${contractMonth}24500PE`, 35_002, 65, 5, 14_250),
    { ...contract("NFO", `NIFTY${contractMonth}25500CE`, 35_003, 65, 5, 9_600), firstDay: true },
    contract("NFO", `RELIANCE${contractMonth}FUT`, 35_004, 500, 10, 142_800),
    contract("MCX", `GOLDGUINEA${contractMonth}FUT`, 228_001, 1, 100, 8_200_000),
    { ...contract("MCX", `LEADMINI${contractMonth}FUT`, 228_002, 1, 5, 18_100), multiplier: 1000 },
  ];
}

function share(
  exchange: "NSE" | "BSE",
  tradingsymbol: string,
  exchangeToken: number,
  isin: string,
  tick: number,
  typicalPrice: number,
): Instrument {
  const instrument_token = exchangeToken * 256 + (exchange === "NSE" ? 1 : 4);
  const plain = { lot_size: 1, multiplier: 1, firstDay: false };
  return { exchange, tradingsymbol, instrument_token, isin, tick, typicalPrice, ...plain };
}

function contract(
  exchange: "NFO" | "MCX",
  tradingsymbol: string,
  exchangeToken: number,
  lot_size: number,
  tick: number,
  typicalPrice: number,
): Instrument {
  const instrument_token = exchangeToken * 256 + (exchange === "NFO" ? 2 : 7);
  const plain = { isin: "", multiplier: 1, firstDay: false };
  return { exchange, tradingsymbol, instrument_token, lot_size, tick, typicalPrice, ...plain };
}
