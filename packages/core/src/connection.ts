/** Codes of failures between connecting and the first byte: no certificate, no request. */
const beforeSending = /^(UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.+|CERT_.+|.+_SIGNED_CERT.*|UNABLE_TO_.+)$/;

interface SystemError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** Tells whether a transport's error proves that nothing was sent. False when in doubt. */
export function neverConnected(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, syscall, cause, errors } = error as SystemError;
  // Several addresses were tried: all of them must have failed that early.
  if (Array.isArray(errors) && errors.length > 0) return errors.every(neverConnected);
  if (syscall === "connect" || syscall === "getaddrinfo") return true;
  return (typeof code === "string" && beforeSending.test(code)) || neverConnected(cause);
}

/**
 * Finds the most telling code in a chain of causes: `ECONNRESET`. Takes away what a parser quotes of an answer it could not read: a new
 * token may stand in it, and whoever prints the error would print that.
 */
export function failureCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, cause, errors } = error as SystemError;
  delete (error as { data?: unknown }).data;
  const deeper = failureCode(cause) ?? failureCode((errors as readonly unknown[] | undefined)?.[0]);
  return deeper ?? (typeof code === "string" ? code : undefined);
}
