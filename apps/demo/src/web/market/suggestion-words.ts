import { wordsFor } from "../states/problem.tsx";
import { listLoading } from "./use-instruments.ts";
import type { Suggestions } from "./use-suggestions.ts";

/** Says why nothing was found. */
export function noteFor(typed: string, { error, isLoading }: Omit<Suggestions, "results">): string {
  if (error) return `${wordsFor(error).message} ${wordsFor(error).advice}`;
  if (isLoading) return listLoading;
  return `Nothing matches “${typed}”. Try a symbol like INFY, or “nifty 24800 ce”.`;
}
