import type { ReactNode } from "react";
import { addressOf, type ViewName, views } from "./views.ts";

/** The ways to the views. */
export function ViewNav({ current }: { readonly current: ViewName }): ReactNode {
  return (
    <nav className="views" aria-label="Views">
      <ul>
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
