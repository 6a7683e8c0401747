export type Theme = "light" | "dark";

const KEY = "kite-demo-theme";
const system = (): Theme => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
const listeners = new Set<() => void>();

/** The theme on the page: the chosen one, or the system's. */
export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : system();
}

/** Puts a theme on and keeps it. Choosing what the system has anyway goes back to following the system. */
export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === system()) delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (dataset.theme) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch {
    // storage is switched off: the choice lasts until the page is left
  }
  for (const listener of listeners) listener();
}

/** Calls `listener` when the theme on the page changes; the returned function ends that. */
export function onThemeChange(listener: () => void): () => void {
  const query = matchMedia("(prefers-color-scheme: dark)");
  listeners.add(listener);
  query.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    query.removeEventListener("change", listener);
  };
}
