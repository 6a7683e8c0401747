import { createHash } from "node:crypto";

/** Tells whether `checksum` is the lower-case hex SHA-256 of the three texts written after one another. */
export function checksumMatches(checksum: string, apiKey: string, token: string, apiSecret: string): boolean {
  return createHash("sha256").update(`${apiKey}${token}${apiSecret}`).digest("hex") === checksum;
}
