import { Fragment, type ReactNode } from "react";

/** An exchange symbol. Where there is little room, it breaks before the month and the strike of a contract. */
export function InstrumentName({ symbol }: { readonly symbol: string }): ReactNode {
  const parts = symbol.split(/(?<=[A-Z])(?=\d{2}[A-Z\d]{3})|(?<=\d{2}[A-Z\d]{3})(?=\w)/);
  return (
    <span className="symbol">
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
