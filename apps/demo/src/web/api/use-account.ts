import { getMargins, getProfile, type Profile, type UserMargins } from "@kite/auth";
import type { UseQueryResult } from "@tanstack/react-query";
import { kite } from "./kite.ts";
import { type Figures, useFigures } from "./use-figures.ts";

/** Whose account it is, and what may be spent. */
export interface Account {
  readonly profile: Profile;
  readonly margins: UserMargins;
}

const accountFigures: Figures<Account> = {
  key: ["account"],
  read: async (signal) => {
    const [profile, margins] = await Promise.all([
      getProfile(kite, { signal }),
      getMargins(kite, undefined, { signal }),
    ]);
    return { profile, margins };
  },
};

export const useAccount = (): UseQueryResult<Account> => useFigures(accountFigures);
