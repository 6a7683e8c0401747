import type { ReactNode } from "react";
import { SortIcon } from "../icons.tsx";
import type { Sorting } from "./sort.ts";

interface SortHeadProps<Column extends string> {
  readonly column: Column;
  readonly name: string;
  readonly sorting: Sorting<Column>;
  readonly onSort: (column: Column) => void;
  readonly className?: string;
}

/** The head of a column that can be sorted, by mouse and by keyboard. */
export function SortHead<Column extends string>(props: SortHeadProps<Column>): ReactNode {
  const { column, name, sorting, onSort, className } = props;
  const direction = sorting.column === column ? sorting.direction : undefined;
  return (
    <th scope="col" className={className} aria-sort={direction ?? "none"}>
      <button type="button" className="sort" onClick={() => onSort(column)}>
        {name}
        <SortIcon direction={direction} />
      </button>
    </th>
  );
}
