import { type ReactNode, useEffect, useRef } from "react";
import { addressOf, type ViewName, views } from "./views.ts";

/** The ways to the views. Where there is no room for all of them the row scrolls, and shows the current one. */
export function ViewNav({ current }: { readonly current: ViewName }): ReactNode {
  const row = useRef<HTMLUListElement>(null);
  // the link of the current view is another one then
  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (!row.current || !link) return;
    row.current.scrollLeft = link.offsetLeft - (row.current.clientWidth - link.offsetWidth) / 2;
  }, [current]);
  return (
    <nav className="views" aria-label="Views">
      <ul ref={row}>
        {views.map(({ name, title }) => (
          <li key={name}>
            <a href={addressOf(name)} aria-current={name === current ? "page" : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
