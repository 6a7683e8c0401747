/**
 * Gives a key or token without the line break that comes with it out of a file, which axios takes away as well; undefined for none.
 */
export const trimmed = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value).trim() || undefined;
