import type { ReactNode } from "react";
import { Bone } from "../states/bone.tsx";

interface SkeletonRowsProps {
  readonly rows: number;
  /** One class per column, as the real cells have. */
  readonly columns: readonly string[];
}

/** Rows without figures, as high as those with. */
export function SkeletonRows({ rows, columns }: SkeletonRowsProps): ReactNode {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row}>
          {columns.map((column, index) => (
            <td key={`${index}`} className={column}>
              <Bone width={index === 0 ? "9ch" : "7ch"} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
