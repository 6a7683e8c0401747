import type { ReactNode } from "react";

interface SubmitButtonProps {
  /** It is on its way, or there is nothing to send yet. */
  readonly isBusy: boolean;
  readonly children: ReactNode;
}

/** Sends a form whose fields say what is wrong with them when they are left. */
export function SubmitButton({ isBusy, children }: SubmitButtonProps): ReactNode {
  return (
    <button
      type="submit"
      className="button primary"
      aria-disabled={isBusy}
      // a field that is left by this very press would show its error, and push the button away from under the pointer
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </button>
  );
}
