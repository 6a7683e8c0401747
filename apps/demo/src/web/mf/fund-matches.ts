import type { MFInstrument } from "@kite/mf";

type Named = Pick<MFInstrument, "name" | "amc" | "tradingsymbol" | "scheme_type" | "plan" | "dividend_type">;

/** Funds in which every word of the text occurs, the shortest names first: they fit best. At most `limit` of them. */
export function fundMatches<Fund extends Named>(funds: readonly Fund[], text: string, limit: number): Fund[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return funds
    .filter((fund) => {
      const { name, amc, tradingsymbol, scheme_type, plan, dividend_type } = fund;
      const all = `${name} ${amc} ${tradingsymbol} ${scheme_type} ${plan} ${dividend_type}`.toLowerCase();
      return words.every((word) => all.includes(word));
    })
    .sort((one, other) => one.name.length - other.name.length || one.name.localeCompare(other.name))
    .slice(0, limit);
}
