import type { CalendarDay, ExchangeCalendar, MarketHours, MarketSession } from "./calendar.ts";

const preOpen: MarketSession = { phase: "pre-open", from: "09:00", to: "09:15" };
// A revised framework is announced from 7 September on, its times are not.
const revisedPreOpen: MarketSession = { ...preOpen, confirmed: false };
const trading: MarketSession = { phase: "continuous", from: "09:15", to: "15:30" };
const tradingBeforeAuction: MarketSession = { phase: "continuous", from: "09:15", to: "15:15" };
const auction: MarketSession = { phase: "closing-auction", from: "15:15", to: "15:35" };
const postClose: MarketSession = { phase: "post-close", from: "15:40", to: "16:00" };
// Derivatives trade on while the auction closes the shares: known from press reports of the circular only.
const extension: MarketSession = { phase: "continuous", from: "15:30", to: "15:40", confirmed: false };

const shares: readonly MarketHours[] = [
  { since: "2026-01-01", sessions: [preOpen, trading, postClose] },
  { since: "2026-09-07", sessions: [revisedPreOpen, trading, postClose] },
];
const sharesWithDerivatives: readonly MarketHours[] = [
  { since: "2026-01-01", sessions: [preOpen, trading, postClose] },
  { since: "2026-08-03", sessions: [preOpen, tradingBeforeAuction, auction, postClose] },
  { since: "2026-09-07", sessions: [revisedPreOpen, tradingBeforeAuction, auction, postClose] },
];
const derivatives: readonly MarketHours[] = [
  { since: "2026-01-01", sessions: [trading] },
  { since: "2026-08-03", sessions: [trading, extension] },
];
const futures: readonly MarketHours[] = [
  { since: "2026-01-01", sessions: [preOpen, trading] },
  { since: "2026-08-03", sessions: [preOpen, trading, extension] },
];
// Currencies rest on further bank holidays, whose list is not known here.
const currencies: readonly MarketHours[] = [
  { since: "2026-01-01", sessions: [{ phase: "continuous", from: "09:00", to: "17:00" }], confirmed: false },
];
// Metals and energy close with New York, half an hour earlier while it has summer time.
const commodities: readonly MarketHours[] = [
  { since: "2026-01-01", sessions: [{ phase: "continuous", from: "09:00", to: "23:55" }] },
  { since: "2026-03-08", sessions: [{ phase: "continuous", from: "09:00", to: "23:30" }] },
  { since: "2026-11-01", sessions: [{ phase: "continuous", from: "09:00", to: "23:55" }] },
];
const farmGoods: readonly MarketHours[] = [
  { since: "2026-01-01", sessions: [{ phase: "continuous", from: "09:00", to: "17:00" }] },
];
const summerEvening: readonly MarketSession[] = [{ phase: "continuous", from: "17:00", to: "23:30" }];
const winterEvening: readonly MarketSession[] = [{ phase: "continuous", from: "17:00", to: "23:55" }];

type Sessions = CalendarDay["sessions"];
const stocksClosed: Sessions = {
  ...{ NSE: [], "NSE-CAS": [], BSE: [], "BSE-CAS": [], INDICES: [] },
  ...{ NFO: [], "NFO-FUT": [], BFO: [], "BFO-FUT": [] },
};
const currenciesClosed: Sessions = { CDS: [], BCD: [] };
const allClosed: Sessions = { ...stocksClosed, ...currenciesClosed, MCX: [], "MCX-AGRI": [] };
const untilSummerEvening: Sessions = { ...allClosed, MCX: summerEvening };
const untilWinterEvening: Sessions = { ...allClosed, MCX: winterEvening };
const allUnknown: Sessions = {
  ...{ NSE: "unknown", "NSE-CAS": "unknown", BSE: "unknown", "BSE-CAS": "unknown", INDICES: "unknown" },
  ...{ NFO: "unknown", "NFO-FUT": "unknown", BFO: "unknown", "BFO-FUT": "unknown" },
  ...{ CDS: "unknown", BCD: "unknown", MCX: "unknown", "MCX-AGRI": "unknown" },
};

/**
 * The Indian exchanges in 2026, after exchange lists as the press repeated them. What rests on a doubtful entry is marked
 * (`confirmed: false`), and a day whose times nobody has announced is not known.
 */
export const exchangeCalendar: ExchangeCalendar = {
  from: "2026-01-01",
  to: "2026-12-31",
  hours: {
    NSE: shares,
    "NSE-CAS": sharesWithDerivatives,
    BSE: shares,
    "BSE-CAS": sharesWithDerivatives,
    INDICES: [{ since: "2026-01-01", sessions: [trading] }],
    NFO: derivatives,
    "NFO-FUT": futures,
    BFO: derivatives,
    "BFO-FUT": futures,
    CDS: currencies,
    BCD: currencies,
    MCX: commodities,
    "MCX-AGRI": farmGoods,
  },
  days: [
    { date: "2026-01-01", name: "New Year", sessions: { MCX: [{ phase: "continuous", from: "09:00", to: "17:00" }] } },
    {
      date: "2026-01-15",
      name: "Municipal elections in Maharashtra",
      sessions: { ...allUnknown, ...stocksClosed, ...currenciesClosed },
      confirmed: false,
    },
    { date: "2026-01-26", name: "Republic Day", sessions: allClosed },
    { date: "2026-03-03", name: "Holi", sessions: untilWinterEvening },
    { date: "2026-03-26", name: "Ram Navami", sessions: untilSummerEvening },
    { date: "2026-03-31", name: "Mahavir Jayanti", sessions: untilSummerEvening },
    { date: "2026-04-01", name: "Bank holiday", sessions: currenciesClosed },
    { date: "2026-04-03", name: "Good Friday", sessions: allClosed },
    { date: "2026-04-14", name: "Ambedkar Jayanti", sessions: untilSummerEvening },
    { date: "2026-05-01", name: "Maharashtra Day", sessions: untilSummerEvening },
    { date: "2026-05-28", name: "Bakri Id", sessions: untilSummerEvening },
    { date: "2026-06-26", name: "Muharram", sessions: untilSummerEvening },
    { date: "2026-09-14", name: "Ganesh Chaturthi", sessions: untilSummerEvening },
    { date: "2026-10-02", name: "Gandhi Jayanti", sessions: allClosed },
    { date: "2026-10-20", name: "Dussehra", sessions: untilSummerEvening },
    { date: "2026-11-08", name: "Diwali, Laxmi Pujan", sessions: allUnknown },
    { date: "2026-11-10", name: "Diwali, Balipratipada", sessions: untilWinterEvening },
    { date: "2026-11-24", name: "Guru Nanak Jayanti", sessions: untilWinterEvening },
    { date: "2026-12-25", name: "Christmas", sessions: allClosed },
  ],
};
