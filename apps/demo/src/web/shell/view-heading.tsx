import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from "react";

/** Holds true from a change of the view until the focus has moved to the heading of the new one. */
export const FocusWish: React.Context<RefObject<boolean>> = createContext<RefObject<boolean>>({ current: false });

/** The name of the view, for those who do not see the navigation. Takes the focus when the view was just opened. */
export function ViewHeading({ children }: { readonly children: ReactNode }): ReactNode {
  const wish = useContext(FocusWish);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!wish.current) return;
    wish.current = false;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [wish]);
  return (
    <h1 className="visually-hidden" tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
