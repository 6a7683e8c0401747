import { type ReactNode, useCallback, useEffect, useSyncExternalStore } from "react";
import { addressOf } from "../../shell/views.ts";
import { sentenceFor } from "../pad/sentence.ts";
import { isIntentKey } from "./intent-keys.ts";
import { type Recovered, type Recovery, recoveryOf } from "./recovery.ts";
import { recoveryWords } from "./recovery-words.ts";
import "../../styles/recovered.css";

/** Orders that a page was placing when it was closed, and what became of them. Stands over the view and moves nothing in it. */
export function RecoveredOrders({ user_id }: { readonly user_id: string }): ReactNode {
  const recovery = recoveryOf(user_id);
  const all = useSyncExternalStore(
    useCallback((listener: () => void) => recovery.onChange(listener), [recovery]),
    () => recovery.all,
  );
  useEffect(() => {
    void recovery.begin();
    const follow = ({ key, newValue }: StorageEvent) => {
      if (newValue !== null && isIntentKey(key, user_id)) void recovery.begin();
    };
    addEventListener("storage", follow);
    return () => removeEventListener("storage", follow);
  }, [recovery, user_id]);
  return (
    <section className="recovered" aria-label="Orders whose page was closed" hidden={all.length === 0}>
      {all.map((one) => (
        <RecoveredOrder key={one.intent.id} recovered={one} recovery={recovery} />
      ))}
    </section>
  );
}

interface RecoveredOrderProps {
  readonly recovered: Recovered;
  readonly recovery: Recovery;
}

function RecoveredOrder({ recovered, recovery }: RecoveredOrderProps): ReactNode {
  const { intent, result, error } = recovered;
  const { tone, title, text } = recoveryWords(recovered);
  const isOver = result !== undefined || error !== undefined;
  const isOpen = isOver && (!result || result.outcome === "unknown");
  return (
    <article className={`recovered-order ${tone}`}>
      <div role="status">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <p className="recovered-what">{sentenceFor(intent.params)}.</p>
      <div className="recovered-actions">
        <a className="button small" href={addressOf("orders")}>
          Order book
        </a>
        {isOpen && (
          <button type="button" className="button small" onClick={() => void recovery.look(intent)}>
            Look again
          </button>
        )}
        {isOver && (
          <button type="button" className="button small" onClick={() => void recovery.putAway(recovered)}>
            {isOpen ? "I have looked; put it away" : "Put it away"}
          </button>
        )}
      </div>
    </article>
  );
}
