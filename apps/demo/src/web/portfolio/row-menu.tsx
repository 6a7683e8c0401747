import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { RowAction } from "./row-actions.ts";

interface RowMenuProps {
  /** What it is about: `INFY`, or `INFY MIS`. */
  readonly name: string;
  /** What has opened it. */
  readonly button: HTMLElement;
  readonly actions: readonly RowAction[];
  /** One more, that happens on this view. */
  readonly extra?: { readonly name: string; readonly run: () => void } | undefined;
  readonly onClose: () => void;
}

/** Pixels between the menu and what is around it. */
const GAP = 4;

/** What can be done with a row. The browser closes it on Escape and on a click elsewhere, and gives the focus back. */
export function RowMenu({ name, button, actions, extra, onClose }: RowMenuProps): ReactNode {
  const ref = useRef<HTMLElement>(null);
  const close = () => ref.current?.hidePopover();
  useEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    // an effect may run twice
    if (!menu.matches(":popover-open")) menu.showPopover();
    place(menu, button);
    menu.querySelector<HTMLElement>("a, button")?.focus();
    // it would stay behind while its row moves on
    const { top } = button.getBoundingClientRect();
    const leave = () => button.getBoundingClientRect().top !== top && menu.hidePopover();
    addEventListener("scroll", leave, { passive: true });
    addEventListener("resize", leave);
    return () => {
      removeEventListener("scroll", leave);
      removeEventListener("resize", leave);
    };
  }, [button]);
  return (
    <section
      className="row-menu panel"
      popover="auto"
      ref={ref}
      aria-label={`Actions for ${name}`}
      onToggle={({ newState }) => newState === "closed" && onClose()}
      onKeyDown={walk}
    >
      <p className="row-menu-name">{name}</p>
      <ul>
        {actions.map(({ name: action, address, shortcut }) => (
          <li key={action}>
            <a href={address} aria-keyshortcuts={shortcut}>
              {action}
              {shortcut && (
                <span className="row-menu-key" aria-hidden="true">
                  {shortcut}
                </span>
              )}
            </a>
          </li>
        ))}
        {extra && (
          <li>
            <button
              type="button"
              onClick={() => {
                close();
                extra.run();
              }}
            >
              {extra.name}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Puts a menu below its button, or above where there is more room. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const { top, bottom, right } = button.getBoundingClientRect();
  const { offsetHeight: height, offsetWidth: width, style } = menu;
  const below = bottom + GAP;
  const fits = below + height + GAP <= innerHeight;
  style.top = `${fits ? below : Math.max(GAP, top - GAP - height)}px`;
  style.left = `${Math.max(GAP, right - width)}px`;
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget } = event;
  const items = [...currentTarget.querySelectorAll<HTMLElement>("a, button")];
  const at = items.findIndex((item) => item.matches(":focus"));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[key];
  if (next === undefined) return;
  items.at(next % items.length)?.focus();
  event.preventDefault();
}
