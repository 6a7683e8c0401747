import { useCallback, useEffect, useState } from "react";
import type { ViewName } from "../shell/views.ts";

/** Address of a view with an instrument: `#/market/NSE%3AINFY`. */
export const instrumentAddress = (view: ViewName, key: string): string => `#/${view}/${encodeURIComponent(key)}`;

/** The instrument that the address bar names behind a view, and a way to name another. Undefined when there is none. */
export function useInstrumentKey(view: ViewName): readonly [key: string | undefined, choose: (key: string) => void] {
  const [key, setKey] = useState(() => keyIn(location.hash, view));
  useEffect(() => {
    const follow = () => {
      // a view that is being left keeps what it shows
      if (location.hash.startsWith(`#/${view}`)) setKey(keyIn(location.hash, view));
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [view]);
  const choose = useCallback((chosen: string) => location.assign(instrumentAddress(view, chosen)), [view]);
  return [key, choose];
}

function keyIn(hash: string, view: ViewName): string | undefined {
  const [, name, rest] = /^#\/([a-z]+)\/(.+)$/.exec(hash) ?? [];
  if (name !== view || !rest) return undefined;
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}
