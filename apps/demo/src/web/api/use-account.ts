import type { UseQueryResult } from "@tanstack/react-query";
import type { AccountAnswer } from "../../shared/api.ts";
import { useFigures } from "./use-figures.ts";

/** Whose account it is, and what may be spent. */
export const useAccount = (): UseQueryResult<AccountAnswer> => useFigures("/api/account");
