import type { ReactNode } from "react";
import { useDialog } from "../form/use-dialog.ts";
import { SearchBox } from "./search-box.tsx";
import "../styles/search.css";

interface SearchDialogProps {
  readonly open: boolean;
  /** Hears that it was closed, whatever closed it. */
  readonly onClose: () => void;
}

/** Finds instruments and views as one types. The browser closes it with Escape. */
export function SearchDialog({ open, onClose }: SearchDialogProps): ReactNode {
  return open && <OpenDialog onClose={onClose} />;
}

function OpenDialog({ onClose }: Pick<SearchDialogProps, "onClose">): ReactNode {
  const { ref, close } = useDialog();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does what the click beside it does
    <dialog
      className="dialog search-dialog"
      ref={ref}
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <SearchBox close={close} />
    </dialog>
  );
}
