import type { ReactNode } from "react";
import type { EnvironmentName } from "../../shared/demo-api.ts";

const badges: Readonly<Record<EnvironmentName, { readonly text: string; readonly hint: string }>> = {
  simulator: { text: "Simulated exchange", hint: "Everything here happens on your own machine. No money is involved." },
  sandbox: { text: "Sandbox", hint: "Kite's sandbox. No money is involved." },
  production: { text: "Live", hint: "Your real account at Zerodha." },
  custom: { text: "Own server", hint: "The server that KITE_ENVIRONMENT names." },
};

/** Says whether any of this is real. */
export function EnvironmentBadge({ environment }: { readonly environment: EnvironmentName }): ReactNode {
  const { text, hint } = badges[environment];
  return (
    <span className={`environment ${environment}`} title={hint}>
      {text}
    </span>
  );
}
