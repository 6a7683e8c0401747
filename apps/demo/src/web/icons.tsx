import type { ReactNode } from "react";

/** Icons are decoration: what they say is said in words next to them, or in the name of their button. */
function Icon({ children, size = 16 }: { readonly children: ReactNode; readonly size?: number }): ReactNode {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const RefreshIcon = (): ReactNode => (
  <Icon>
    <path d="M13.5 8a5.5 5.5 0 1 1-1.6-3.9" />
    <path d="M13.5 1.8v2.9h-2.9" />
  </Icon>
);

export const SunIcon = (): ReactNode => (
  <Icon>
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 1.300v1.400M8 13.300v1.400M1.3 8h1.400M13.3 8h1.400M3.3 3.300l1 1M11.7 11.700l1 1M12.7 3.300l-1 1M4.3 11.700l-1 1" />
  </Icon>
);

export const MoonIcon = (): ReactNode => (
  <Icon>
    <path d="M13.6 9.700A6 6 0 0 1 6.3 2.400a6 6 0 1 0 7.3 7.300z" />
  </Icon>
);

export const CrossIcon = (): ReactNode => (
  <Icon size={12}>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const SearchIcon = (): ReactNode => (
  <Icon>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.5 10.5 3.5 3.5" />
  </Icon>
);

export const AlertIcon = (): ReactNode => (
  <Icon size={18}>
    <path d="M8 2 14.5 13.500h-13z" />
    <path d="M8 6.500v3.200M8 11.600v.1" />
  </Icon>
);

export const ChevronIcon = (): ReactNode => (
  <Icon size={12}>
    <path d="m3.5 6 4.5 4.500L12.5 6" />
  </Icon>
);

export const MoreIcon = (): ReactNode => (
  <Icon>
    <path d="M3.500 8h.01M8 8h.01M12.500 8h.01" strokeWidth="2.4" />
  </Icon>
);

/** Filled triangle of a gain or a loss, a bar for neither: the shape tells them apart without colour. */
export function DirectionIcon({ direction }: { readonly direction: "up" | "down" | "flat" }): ReactNode {
  const path = { up: "M5 2 9 8.500H1z", down: "M5 8.5 1 2h8z", flat: "M1.5 4.500h7v1.300h-7z" }[direction];
  return (
    <svg className="direction" width="10" height="10" viewBox="0 0 10 10" fill="currentColor" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** The arrow in the head of a sorted column. */
export function SortIcon({ direction }: { readonly direction: "ascending" | "descending" | undefined }): ReactNode {
  return (
    <svg className="sort-icon" width="8" height="12" viewBox="0 0 8 12" fill="currentColor" aria-hidden="true">
      <path d="M4 1 7 5H1z" opacity={direction === "ascending" ? 1 : 0.28} />
      <path d="M4 11 1 7h6z" opacity={direction === "descending" ? 1 : 0.28} />
    </svg>
  );
}
