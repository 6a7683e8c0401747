import type { ReactNode } from "react";
import type { PortfolioRows } from "../portfolio/portfolio-rows.ts";

/** Says what the figures leave out, where they leave out something. */
export function Caveats({ portfolio }: { readonly portfolio: PortfolioRows }): ReactNode {
  const { left_out, without_close } = portfolio;
  if (left_out.length + without_close.length === 0) return null;
  return (
    <p className="caveats">
      {left_out.length > 0 && <>Not counted, because the exchange sent no usable numbers: {left_out.join(", ")}. </>}
      {without_close.length > 0 && (
        <>Without a previous close, so counted as unchanged today: {without_close.join(", ")}.</>
      )}
    </p>
  );
}
