import type { ReactNode } from "react";
import { useAccount } from "../api/use-account.ts";
import { useFigures } from "../api/use-figures.ts";
import { FundsPanel } from "../funds/funds-panel.tsx";
import { ViewFrame } from "../shell/view-frame.tsx";
import { AuctionsPanel } from "./auctions-panel.tsx";
import { AuthorisationPanel } from "./authorisation-panel.tsx";
import { ProfilePanel } from "./profile-panel.tsx";
import { sessionEnd } from "./session-end.ts";
import { SessionPanel } from "./session-panel.tsx";
import "../styles/account.css";

/** Whose account it is, what may be done with it, and until when. */
export function AccountView(): ReactNode {
  const account = useAccount();
  const end = useFigures(sessionEnd, { every: 60_000 });
  return (
    <ViewFrame title="Account" className="board account" figures={[account]}>
      <div className="account-column">
        <ProfilePanel profile={account.data?.profile} />
      </div>
      <div className="account-column">
        <SessionPanel end={end.data} />
        <FundsPanel margins={account.data?.margins} />
      </div>
      <div className="account-column">
        <AuthorisationPanel />
        <AuctionsPanel />
      </div>
    </ViewFrame>
  );
}
