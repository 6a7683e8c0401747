/** Keys made from one secret, each for one purpose. */
export interface Keys {
  /** 32 bytes for A256GCM. */
  readonly seal: Uint8Array;
  readonly csrf: CryptoKey;
}

const text = new TextEncoder();

/** Makes the keys of a secret by HKDF with SHA-256: who learns one of them learns neither the other nor the secret. */
export async function keysOf(secret: string): Promise<Keys> {
  const material = await crypto.subtle.importKey("raw", text.encode(secret), "HKDF", false, ["deriveBits"]);
  const bits = (purpose: string): Promise<ArrayBuffer> => {
    const info = text.encode(`@kite/gateway ${purpose}`);
    return crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info }, material, 256);
  };
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const [seal, csrf] = await Promise.all([bits("cookie"), bits("csrf")]);
  return {
    seal: new Uint8Array(seal),
    csrf: await crypto.subtle.importKey("raw", csrf, hmac, false, ["sign", "verify"]),
  };
}
