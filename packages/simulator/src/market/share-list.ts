/** A company and how its share trades. */
export interface ShareFacts {
  /** Plain symbol, without the suffix of a series. */
  readonly symbol: string;
  readonly name: string;
  /** Rupees. Kept away from the edges of the tick bands, so that no walk of the price crosses one. */
  readonly price: number;
  /** Exchange token by exchange it is listed on. */
  readonly nse?: number;
  readonly bse?: number;
  /** Left out where nobody looks: a made-up one takes its place. */
  readonly isin?: string;
  /** Series on NSE; a plain symbol stands for the EQ series. */
  readonly series?: string;
  /** Share of the minutes with trades; default 1. */
  readonly activity?: number;
  /** First trading day, `yyyy-mm-dd`; by default long ago. */
  readonly listed?: string;
  /** Units of an option or future on it. */
  readonly lot?: number;
}

/** Shares, funds, bonds and gold of the cash markets. Symbols of well-known companies; all figures are made up. */
export const shares: readonly ShareFacts[] = [
  { symbol: "ASHOKLEY", name: "ASHOK LEYLAND", price: 141.5, nse: 212, bse: 500_477, isin: "INE208A01029" },
  { symbol: "AXISBANK", name: "AXIS BANK", price: 1235, nse: 5900, bse: 532_215, isin: "INE238A01034", lot: 625 },
  { symbol: "HDFCBANK", name: "HDFC BANK", price: 830, nse: 1333, bse: 500_180, isin: "INE040A01034", lot: 550 },
  { symbol: "ICICIBANK", name: "ICICI BANK", price: 1370, nse: 4963, bse: 532_174, isin: "INE090A01021", lot: 700 },
  { symbol: "INFY", name: "INFOSYS", price: 1500, nse: 1594, bse: 500_209, isin: "INE009A01021", lot: 400 },
  { symbol: "ITC", name: "ITC", price: 410, nse: 1660, bse: 500_875, isin: "INE154A01025", lot: 1600 },
  { symbol: "M&M", name: "MAHINDRA & MAHINDRA", price: 3050, nse: 2031, bse: 500_520, isin: "INE101A01026", lot: 200 },
  { symbol: "NTPC", name: "NTPC", price: 335, nse: 11_630, bse: 532_555, isin: "INE733E01010" },
  {
    symbol: "RELIANCE",
    name: "RELIANCE INDUSTRIES",
    price: 1420,
    nse: 2885,
    bse: 500_325,
    isin: "INE002A01018",
    lot: 500,
  },
  { symbol: "SBIN", name: "STATE BANK OF INDIA", price: 760, nse: 3045, bse: 500_112, isin: "INE062A01020", lot: 750 },
  { symbol: "TATASTEEL", name: "TATA STEEL", price: 168, nse: 3499, bse: 500_470, isin: "INE081A01020", lot: 5500 },
  {
    symbol: "TCS",
    name: "TATA CONSULTANCY SERV LT",
    price: 3080,
    nse: 11_536,
    bse: 532_540,
    isin: "INE467B01029",
    lot: 175,
  },
  { symbol: "WIPRO", name: "WIPRO", price: 205, nse: 3787, bse: 507_685, isin: "INE075A01022" },
  { symbol: "BAJAJ-AUTO", name: "BAJAJ AUTO", price: 8100, nse: 16_669, bse: 532_977 },
  { symbol: "BHARTIARTL", name: "BHARTI AIRTEL", price: 1900, nse: 10_604, bse: 532_454 },
  { symbol: "COALINDIA", name: "COAL INDIA", price: 390, nse: 20_374, bse: 533_278 },
  { symbol: "HINDUNILVR", name: "HINDUSTAN UNILEVER", price: 2400, nse: 1394, bse: 500_696 },
  { symbol: "KOTAKBANK", name: "KOTAK MAHINDRA BANK", price: 2100, nse: 1922, bse: 500_247 },
  { symbol: "LT", name: "LARSEN & TOUBRO LTD.", price: 3600, nse: 11_483, bse: 500_510 },
  { symbol: "MARUTI", name: "MARUTI SUZUKI INDIA LTD.", price: 14_000, nse: 10_999, bse: 532_500 },
  { symbol: "M&MFIN", name: "M&M FINANCIAL SERVICES", price: 330, nse: 13_285, bse: 532_720 },
  { symbol: "MRF", name: "MRF", price: 140_000, nse: 2277, bse: 500_290 },
  { symbol: "ONGC", name: "OIL AND NATURAL GAS CORP.", price: 335, nse: 2475, bse: 500_312 },
  { symbol: "POWERGRID", name: "POWER GRID CORP. LTD.", price: 340, nse: 14_977, bse: 532_898 },
  { symbol: "SUNPHARMA", name: "SUN PHARMACEUTICAL IND L", price: 1700, nse: 3351, bse: 524_715 },
  { symbol: "TITAN", name: "TITAN COMPANY", price: 3500, nse: 3506, bse: 500_114 },
  { symbol: "ULTRACEMCO", name: "ULTRATECH CEMENT", price: 12_300, nse: 11_532, bse: 532_538 },
  { symbol: "360ONE", name: "360 ONE WAM", price: 680, nse: 13_061, bse: 542_772 },
  { symbol: "NIFTYBEES", name: "SIMULATED NIFTY 50 ETF", price: 560, nse: 10_576 },
  { symbol: "GOLDBEES", name: "SIMULATED GOLD ETF", price: 80, nse: 14_428 },
  // nobody has met these companies; they carry what is odd in a dump
  { symbol: "SIMLIST", name: "SIMULATED FIRST DAY LIMITED", price: 112, nse: 99_001, isin: "INE0SIM01010" },
  { symbol: "AARAVFOOD", name: "AARAV FOODS, SPICES & TEA", price: 62, nse: 99_011, bse: 590_011, activity: 0.4 },
  { symbol: "LAKEVIEW", name: 'HOTEL "LAKE VIEW" RESORTS', price: 470, nse: 99_012, bse: 590_012, activity: 0.3 },
  { symbol: "TRIQUOTE", name: '"QUOTED", COMMA AND ALL', price: 33, bse: 590_013, activity: 0.1 },
  { symbol: "PAISA", name: "PAISA MICRO CAPITAL", price: 1.6, nse: 99_014, activity: 0.6 },
  { symbol: "KAVERISPIN", name: "KAVERI SPINNING MILLS", price: 57, nse: 99_015, series: "BE", activity: 0.05 },
  { symbol: "NILGIRITEA", name: "NILGIRI TEA ESTATES", price: 650, nse: 99_016, series: "BE", activity: 0.02 },
  { symbol: "OLDPAPER", name: "OLD PAPER PRODUCTS", price: 12, nse: 99_017, series: "BZ", activity: 0.004 },
  { symbol: "SMALLSHIP", name: "SMALL SHIPPING", price: 190, nse: 99_018, series: "SM", activity: 0.03 },
  { symbol: "BLOCKDEAL", name: "BLOCK DEAL WINDOW", price: 720, nse: 99_019, series: "BL", activity: 0.002 },
  { symbol: "MICROLINE", name: "MICRO LINE", price: 140, nse: 99_020, series: "ML", activity: 0.01 },
  { symbol: "75ROADS35", name: "7.5% ROADS 2035, SR. II", price: 1250, nse: 99_021, series: "N8", activity: 0.003 },
  { symbol: "SGBSIM31", name: "2.5% GOLDBONDS2031SR-I", price: 12_100, nse: 99_022, series: "GB", activity: 0.01 },
  { symbol: "716GS2050", name: "GOI LOAN 7.16% 2050", price: 102, nse: 99_023, series: "GS", activity: 0.003 },
  { symbol: "YOUNGTECH", name: "YOUNG TECHNOLOGIES", price: 505, nse: 99_024, bse: 590_024, listed: "2024-06-12" },
];
