interface RowProps {
  readonly row: object;
}

/** Tells whether two rows say the same, so that there is nothing to draw anew. Rows hold texts, numbers, and objects of these. */
export function isSameRow({ row: one, ...before }: RowProps, { row: other, ...after }: RowProps): boolean {
  return isSame(one, other) && isSame(before, after);
}

function isSame(one: object, other: object): boolean {
  const fields = Object.entries(one);
  const others: Readonly<Record<string, unknown>> = { ...other };
  return (
    fields.length === Object.keys(others).length &&
    fields.every(([name, value]) => {
      const counterpart = others[name];
      if (Object.is(value, counterpart)) return true;
      return isObject(value) && isObject(counterpart) && isSame(value, counterpart);
    })
  );
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
