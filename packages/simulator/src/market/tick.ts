const BANDS = [
  { below: 250, tick: 1 },
  { below: 1000, tick: 5 },
  { below: 5000, tick: 10 },
  { below: 10_000, tick: 50 },
  { below: 20_000, tick: 100 },
] as const;

/** Price step in paise of a share, and of futures on it, that costs so many rupees. */
export function shareTick(rupees: number): number {
  return BANDS.find(({ below }) => rupees < below)?.tick ?? 500;
}

/** Price step in paise of a future on an index that stands at so many points. */
export function indexFutureTick(points: number): number {
  if (points <= 15_000) return 5;
  return points <= 30_000 ? 10 : 20;
}

/** Price step in paise of an option. */
export function optionTick(underlying: "index" | "share", rupees: number): number {
  return underlying === "share" && rupees < 250 ? 1 : 5;
}
