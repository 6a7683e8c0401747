import type { ReactNode } from "react";

/** Lets the person end the search for an order, when two minutes are too long. */
export function Search({ onStop }: { readonly onStop: () => void }): ReactNode {
  return (
    <>
      <p className="outcome-row">
        Nothing is sent again. The search goes on while this page is open; when it is opened again later, it tells what
        became of the order.
      </p>
      <button type="button" className="button" onClick={onStop}>
        Stop looking
      </button>
    </>
  );
}
