import { type RefObject, startTransition, useEffect, useRef, useState } from "react";
import { type View, viewAt } from "./views.ts";

/**
 * The view that the address bar names. The one before stays on the page until the file of the next one is there.
 * `focusWish` is true from a change of the view until its heading has taken the focus.
 */
export function useView(): { readonly view: View; readonly focusWish: RefObject<boolean> } {
  const [view, setView] = useState(() => viewAt(location.hash));
  const focusWish = useRef(false);
  const wanted = useRef(view);
  useEffect(() => {
    const follow = () => {
      const next = viewAt(location.hash);
      // what comes after the name is the view's own business
      if (next === wanted.current) return;
      wanted.current = next;
      focusWish.current = true;
      startTransition(() => setView(next));
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    document.title = `${view.title} · Kite SDK demo`;
  }, [view]);
  return { view, focusWish };
}
