/** What a position's quantity counts on its exchange. */
export function unitOf(exchange: string, count: number): string {
  const [one, more] = words(exchange);
  return Math.abs(count) === 1 ? one : more;
}

function words(exchange: string): readonly [one: string, more: string] {
  if (exchange === "NSE" || exchange === "BSE") return ["share", "shares"];
  if (exchange === "MCX" || exchange === "CDS" || exchange === "BCD") return ["lot", "lots"];
  return ["unit", "units"];
}
