import { base64url, EncryptJWT, type JWTPayload, jwtDecrypt } from "jose";
import { type Keys, keysOf } from "./keys.ts";

export interface KeyRingOptions {
  /** The first one seals, each of them opens. */
  readonly secrets: readonly string[];
  /** App that sealed texts are for. It is inside, where nobody can read it. */
  readonly apiKey: string;
  /** Epoch ms. */
  readonly now: () => number;
}

const text = new TextEncoder();

/** Seals and opens what cookies hold, and makes CSRF tokens. */
export class KeyRing {
  readonly #options: KeyRingOptions;
  #keys: Promise<readonly Keys[]> | undefined;

  constructor(options: KeyRingOptions) {
    this.#options = options;
  }

  /** Seals claims for one purpose, until `expires`. */
  async seal(purpose: string, claims: JWTPayload, expires: Date): Promise<string> {
    const [first] = await this.#all();
    return new EncryptJWT(claims)
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .setIssuer(this.#options.apiKey)
      .setAudience(purpose)
      .setExpirationTime(expires)
      .encrypt((first as Keys).seal);
  }

  /** Opens what was sealed for this purpose; undefined for everything else, whatever is wrong with it. */
  async open(purpose: string, sealed: string | undefined): Promise<JWTPayload | undefined> {
    if (!sealed) return undefined;
    for (const { seal } of await this.#all()) {
      try {
        const { payload } = await jwtDecrypt(sealed, seal, {
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
          issuer: this.#options.apiKey,
          audience: purpose,
          requiredClaims: ["exp"],
          currentDate: new Date(this.#options.now()),
        });
        return payload;
      } catch {
        // Another key may fit.
      }
    }
    return undefined;
  }

  /** Gives the CSRF token of a session: nobody can make one without the secret, and it fits this session alone. */
  async csrfToken(sessionId: string): Promise<string> {
    const [first] = await this.#all();
    return base64url.encode(
      new Uint8Array(await crypto.subtle.sign("HMAC", (first as Keys).csrf, text.encode(sessionId))),
    );
  }

  /** Tells whether a CSRF token belongs to a session, in a time that does not depend on how much of it is right. */
  async isCsrfToken(sessionId: string, token: string | null): Promise<boolean> {
    if (!token || !/^[\w-]{43}$/.test(token)) return false;
    const signature = Uint8Array.from(base64url.decode(token));
    // The last letter has two bits that mean nothing.
    if (base64url.encode(signature) !== token) return false;
    for (const { csrf } of await this.#all()) {
      if (await crypto.subtle.verify("HMAC", csrf, signature, text.encode(sessionId))) return true;
    }
    return false;
  }

  #all(): Promise<readonly Keys[]> {
    this.#keys ??= Promise.all(this.#options.secrets.map(keysOf));
    return this.#keys;
  }
}
