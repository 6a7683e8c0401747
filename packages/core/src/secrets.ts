import type { Plan } from "./request.ts";

/** Texts that must not show in any message. */
export type Secrets = readonly string[];

const secretFields = /token|secret|checksum/i;

/** Collects what is secret in a request: the session's token, and each field that is named like a secret. */
export function secretsOf(plan: Plan, accessToken: string | undefined): Secrets {
  const secrets = accessToken ? [accessToken] : [];
  for (const fields of [plan.query, plan.form]) {
    for (const [name, value] of Object.entries(fields ?? {})) {
      if (secretFields.test(name) && typeof value === "string" && value) secrets.push(value);
    }
  }
  return secrets;
}

/** Takes secrets out of a text that came from elsewhere. */
export function clean(text: string, secrets: Secrets): string {
  // Real ones have 32 characters; masking a test's token "t" would leave no word readable.
  return secrets.reduce((cleaned, secret) => (secret.length < 3 ? cleaned : cleaned.replaceAll(secret, "***")), text);
}
