import { type ReactNode, useSyncExternalStore } from "react";
import { MoonIcon, SunIcon } from "../icons.tsx";
import { chooseTheme, currentTheme, onThemeChange } from "./theme.ts";

/** Switches between light and dark. */
export function ThemeToggle(): ReactNode {
  const theme = useSyncExternalStore(onThemeChange, currentTheme);
  const other = theme === "dark" ? "light" : "dark";
  const name = `Switch to the ${other} theme`;
  return (
    <button
      type="button"
      className="button icon-only"
      onClick={() => chooseTheme(other)}
      aria-label={name}
      title={name}
    >
      {theme === "dark" ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
