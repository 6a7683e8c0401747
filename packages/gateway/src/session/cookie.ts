import { parse, serialize } from "hono/utils/cookie";
import type { Site } from "../http/origin.ts";

/** Longest value of a cookie that is looked at. Browsers keep no longer ones. */
const longest = 4_096;

/** A cookie that no script can read and no other site can send with a form. */
export class Cookie {
  readonly #name: string;
  readonly #site: Site;

  constructor(name: string, site: Site) {
    this.#name = name;
    this.#site = site;
  }

  read(request: Request): string | undefined {
    const name = this.#nameFor(request);
    const value = parse(request.headers.get("cookie") ?? "", name)[name];
    return value !== undefined && value.length <= longest ? value : undefined;
  }

  /** The Set-Cookie line. */
  write(request: Request, value: string, maxAge: number): string {
    // Lax: the callback is a navigation from Kite's page, and has to find its cookie.
    const settings = {
      path: "/",
      httpOnly: true,
      secure: this.#site.isSecure(request),
      sameSite: "Lax",
      maxAge,
    } as const;
    return serialize(this.#nameFor(request), value, settings);
  }

  clear(request: Request): string {
    return this.write(request, "", 0);
  }

  #nameFor(request: Request): string {
    // Without TLS there is no prefix, and programs on other ports of this machine share the jar.
    if (this.#site.isSecure(request)) return `__Host-${this.#name}`;
    return `${this.#name}-${new URL(request.url).port || "80"}`;
  }
}
