import type { ReactNode } from "react";
import { MoreIcon } from "../icons.tsx";
import { onRowKey } from "./row-keys.ts";

interface RowMenuButtonProps<Row> {
  readonly row: Row;
  /** What the row is called: `INFY`, or `INFY MIS`. */
  readonly name: string;
  readonly onOpen: (row: Row, button: HTMLElement) => void;
}

/** Opens the menu of a row. */
export function RowMenuButton<Row>(props: RowMenuButtonProps<Row>): ReactNode {
  const { row, name, onOpen } = props;
  return (
    <button
      type="button"
      className="button icon-only row-menu-button"
      aria-label={`Actions for ${name}`}
      aria-haspopup="true"
      onClick={(event) => onOpen(row, event.currentTarget)}
      onKeyDown={onRowKey}
    >
      <MoreIcon />
    </button>
  );
}
