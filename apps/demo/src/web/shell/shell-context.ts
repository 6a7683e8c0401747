import { createContext, useContext } from "react";
import type { EnvironmentName } from "../../shared/demo-api.ts";

/** What every view may want to know. */
export interface ShellState {
  /** Undefined while it is not known yet. */
  readonly environment: EnvironmentName | undefined;
  /** The account is a real one: what is placed here is placed. */
  readonly live: boolean;
  /** Somebody is logged in, so there is something to ask for. */
  readonly enabled: boolean;
  /** Figures refresh by themselves. */
  readonly automatic: boolean;
}

export const ShellContext: React.Context<ShellState> = createContext<ShellState>({
  environment: undefined,
  live: false,
  enabled: false,
  automatic: false,
});

export const useShell = (): ShellState => useContext(ShellContext);
