import { dayIn, dayOf, dayOfDate, startOfDay, weekday, yearOf } from "./day.ts";
import { type Holiday, holidays } from "./holidays.ts";
import { type DayPart, type Hours, type Phase, timetables } from "./hours.ts";
import type { SpecialSession } from "./special-session.ts";

/** Trading of one day. Instants are epoch ms and whole minutes. */
export interface Session {
  readonly day: number;
  /** First and last instant of continuous trading; the last one no longer belongs to it. */
  readonly open: number;
  readonly close: number;
  /** Minute of the closing auction's one trade; undefined where there is none. */
  readonly auction?: number | undefined;
}

/** By day, so that looking one up needs no text: quotes ask for sessions thousands of times a second. */
const holidaysByDay: ReadonlyMap<number, Holiday> = new Map(
  Object.entries(holidays).map(([date, holiday]) => [dayOfDate(date), holiday]),
);

/** Since which day a timetable holds; by text it would take longer than everything else here. */
const firstDays = new Map(
  Object.values(timetables).flatMap((tables) => tables.map((table) => [table, dayOfDate(table.since)] as const)),
);

type Market = "equity" | "currency" | "commodity";

const MARKETS: Readonly<Record<Hours, Market>> = {
  equity: "equity",
  auctioned: "equity",
  index: "equity",
  future: "equity",
  option: "equity",
  currency: "currency",
  commodity: "commodity",
  agri: "commodity",
};

/** Hours, holidays and special sessions. */
export class Calendar {
  readonly #special: ReadonlyMap<string, SpecialSession>;
  readonly #known = new Map<Hours, { readonly day: number; readonly session: Session | undefined }>();

  constructor(special: readonly SpecialSession[] = []) {
    const byMarket = special.flatMap((session) => {
      const { date, markets = ["equity", "currency", "commodity"] } = session;
      return markets.map((market) => [`${market} ${dayOfDate(date)}`, session] as const);
    });
    this.#special = new Map(byMarket);
  }

  /** The session of a day; undefined when the market is closed. */
  on(hours: Hours, day: number): Session | undefined {
    const known = this.#known.get(hours);
    if (known?.day === day) return known.session;
    const session = sessionOf(day, this.parts(hours, day));
    this.#known.set(hours, { day, session });
    return session;
  }

  /** The session of the latest trading day before a day. */
  before(hours: Hours, day: number): Session {
    for (let earlier = day - 1; ; earlier -= 1) {
      const found = sessionOf(earlier, this.parts(hours, earlier));
      if (found) return found;
    }
  }

  /** The session that is under way at an instant (epoch ms), or else the latest one that was. */
  at(hours: Hours, now: number): Session {
    const today = this.on(hours, dayOf(now));
    return today && today.open <= now ? today : this.before(hours, dayOf(now));
  }

  /** The latest trading day up to a day, itself included. */
  tradingDayUpTo(hours: Hours, day: number): number {
    return this.on(hours, day) ? day : this.before(hours, day).day;
  }

  /** What a market does at an instant (epoch ms); undefined for nothing. */
  phase(hours: Hours, at: number): Phase | undefined {
    return this.#part(hours, at)?.phase;
  }

  /** Whether new orders are taken at an instant (epoch ms). An auction ends that before it ends itself. */
  takesOrders(hours: Hours, at: number): boolean {
    const part = this.#part(hours, at);
    return part !== undefined && (!part.entry || isWithin(part.entry, at));
  }

  #part(hours: Hours, at: number): DayPart | undefined {
    return this.parts(hours, dayOf(at)).find((part) => isWithin(part, at));
  }

  /** The parts of a day in order; none when the market is closed. Times are those of the day, summer or not. */
  parts(hours: Hours, day: number): readonly DayPart[] {
    const special = this.#special.size > 0 && this.#special.get(`${MARKETS[hours]} ${day}`);
    if (special) return [{ phase: "continuous", from: special.from, to: special.to }];
    if (weekday(day) === 0 || weekday(day) === 6) return [];
    const parts = partsOn(hours, day);
    const holiday = holidaysByDay.get(day);
    return holiday ? leftBy(holiday, hours, parts) : parts;
  }
}

function partsOn(hours: Hours, day: number): readonly DayPart[] {
  const parts = timetables[hours].findLast((table) => (firstDays.get(table) ?? 0) <= day)?.parts ?? [];
  if (!parts.some(({ summerTo }) => summerTo)) return parts;
  const summer = isAmericanSummer(day);
  return parts.map(({ summerTo, ...part }) => ({ ...part, to: (summer && summerTo) || part.to }));
}

/** What a holiday leaves of a weekday. */
function leftBy(holiday: Holiday, hours: Hours, parts: readonly DayPart[]): readonly DayPart[] {
  const market = MARKETS[hours];
  const state = market === "commodity" ? holiday.commodities : holiday[market];
  if (state === "open") return parts;
  if (state === "closed") return [];
  if (state === "closes at 17:00") return parts.map((part) => ({ ...part, to: "17:00" }));
  return parts.filter(({ to }) => to > "17:00").map((part) => ({ ...part, from: "17:00" }));
}

function sessionOf(day: number, parts: readonly DayPart[]): Session | undefined {
  const trading = parts.find(({ phase }) => phase === "continuous");
  if (!trading) return undefined;
  const at = (time: string): number => startOfDay(day) + clock(time) * 60_000;
  const match = parts.find(({ phase }) => phase === "closing-auction")?.match;
  return { day, open: at(trading.from), close: at(trading.to), auction: match === undefined ? undefined : at(match) };
}

function isWithin({ from, to }: Pick<DayPart, "from" | "to">, at: number): boolean {
  const minute = (at - startOfDay(dayOf(at))) / 60_000;
  return minute >= clock(from) && minute < clock(to);
}

/** Minutes since midnight. */
function clock(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function isAmericanSummer(day: number): boolean {
  const year = yearOf(day);
  const secondSundayOfMarch = sundayFrom(dayIn(year, 3, 8));
  const firstSundayOfNovember = sundayFrom(dayIn(year, 11, 1));
  return day >= secondSundayOfMarch && day < firstSundayOfNovember;
}

const sundayFrom = (day: number): number => day + ((7 - weekday(day)) % 7);
