import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useId, useState } from "react";
import { failureOf } from "../api/failure.ts";
import { refreshSession } from "../api/queries.ts";
import { logOut } from "../api/session.ts";
import { useShell } from "../shell/shell-context.ts";
import { announce } from "../states/announcer.tsx";
import { Bone } from "../states/bone.tsx";
import { places } from "./account-words.ts";
import { endWords, leftWords } from "./session-words.ts";

interface SessionPanelProps {
  /** When it is over; undefined while that is on its way, null where nobody is logged in. */
  readonly end: Date | null | undefined;
}

/** Where somebody is logged in, for how long, what may be done here, and the way out. */
export function SessionPanel({ end }: SessionPanelProps): ReactNode {
  const heading = useId();
  const { environment } = useShell();
  const client = useQueryClient();
  const now = useNow();
  const leaving = useMutation({
    mutationFn: logOut,
    onSuccess: () => refreshSession(client),
    onError: (error) => {
      const { message, what_to_do } = failureOf(error);
      announce(`${message} ${what_to_do}`);
    },
  });
  const place = environment && places[environment];
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>Session</h2>
      </div>
      <dl className="account-facts">
        <div>
          <dt>Logged in until</dt>
          <dd>
            {end ? (
              <>
                <strong>{endWords(end, now)}</strong>
                <span className="account-note">
                  That is {leftWords(end, now)}. Kite ends every session in the morning; what waits at the exchange
                  stays there.
                </span>
              </>
            ) : (
              <Bone width="14ch" />
            )}
          </dd>
        </div>
        <div>
          <dt>Exchange</dt>
          <dd>
            <strong>{place?.name ?? <Bone width="12ch" />}</strong>
            <span className="account-note">{place?.meaning}</span>
          </dd>
        </div>
        <div>
          <dt>What may be done here</dt>
          <dd>
            Everything can be looked at. Orders, conversions, triggers, alerts and funds can be placed and changed.
            <span className="account-note">
              The app's secret and the access token stay on the server: this page has neither.
            </span>
          </dd>
        </div>
      </dl>
      <p className="account-foot">
        <button type="button" className="button" onClick={() => leaving.mutate()} aria-disabled={leaving.isPending}>
          {leaving.isPending ? "Logging out…" : "Log out"}
        </button>
      </p>
    </section>
  );
}

/** The time, often enough for minutes. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 20_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
