import { type RefObject, useEffect, useRef } from "react";

interface DialogHandle {
  readonly ref: RefObject<HTMLDialogElement | null>;
  /** What had the focus when the dialog was opened. */
  readonly opener: RefObject<Element | null>;
  close(): void;
  focusField(id: string | undefined): void;
}

/** Opens a dialog when it appears, and remembers where the focus was. */
export function useDialog(): DialogHandle {
  const ref = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (ref.current?.open) return;
    opener.current = document.activeElement;
    ref.current?.showModal();
  }, []);
  return {
    ref,
    opener,
    close: () => ref.current?.close(),
    focusField: (id) => {
      if (id) ref.current?.querySelector<HTMLElement>(`#${id}`)?.focus();
    },
  };
}
