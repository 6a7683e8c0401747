import { KiteError } from "@kite/core";

/** Loads a part of the code that few pages need. Throws `ConnectionFailed` where it cannot be had. */
export async function loadPart<Part>(what: string, load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    // A page that has lost its network, or whose files were replaced by a newer version.
    throw new KiteError({ code: "ConnectionFailed", message: `${what} cannot be loaded`, retryable: true, cause });
  }
}

/** Loads what reads and keeps lists of instruments. */
export const loadEngine = (): Promise<typeof import("./engine-parts.ts")> =>
  loadPart("the instrument engine", () => import("./engine-parts.ts"));
