/** Tells whether a value can stand in a header as a token: printable ASCII without a space. */
export const isToken = (value: unknown): value is string => typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
