import { authoriseHoldings } from "@kite/portfolio";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { failureOf } from "../api/failure.ts";
import { kite } from "../api/kite.ts";
import { useShell } from "../shell/shell-context.ts";

/** Shares in the demat account can be authorised for a sale: how that goes, and its two steps. */
export function AuthorisationPanel(): ReactNode {
  const heading = useId();
  const { live } = useShell();
  const asking = useMutation({ mutationFn: () => authoriseHoldings(kite, {}) });
  const { message, what_to_do } = failureOf(asking.error);
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>Authorisation to sell</h2>
        <span className="panel-note">CDSL, with your TPIN</span>
      </div>
      <div className="authorisation">
        <p>
          Without a power of attorney the depository lets shares be sold only after you have said so on its page, with
          your TPIN and a code it sends you. That holds until 17:30 of the day.
        </p>
        <p className="account-note">
          {live
            ? "Nothing is sold by this. The page opens in another tab, at Zerodha."
            : "On this exchange the depository is simulated: its page has two buttons and asks for no TPIN."}
        </p>
        {asking.error && (
          <p className="dialog-problem" role="alert">
            <strong>{message}</strong> {what_to_do}
          </p>
        )}
        <p className="authorisation-steps" role="status">
          {asking.data ? (
            <>
              <span>All holdings are on the list.</span>
              <a
                className="button primary"
                href={`/demo/authorise/${encodeURIComponent(asking.data.request_id)}`}
                target="_blank"
                rel="noreferrer"
              >
                Open the depository's page
              </a>
            </>
          ) : (
            <button type="button" className="button" onClick={() => asking.mutate()} aria-disabled={asking.isPending}>
              {asking.isPending ? "Asking…" : "Authorise holdings"}
            </button>
          )}
        </p>
      </div>
    </section>
  );
}
