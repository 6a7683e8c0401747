import { createHash } from "node:crypto";
import { html, raw } from "hono/html";

/** A piece of HTML in which every inserted text has been escaped. */
export type Markup = ReturnType<typeof html>;

const STYLE = [
  ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}",
  "main{max-width:28rem;margin:10vh auto;padding:0 1rem}",
  "button{display:block;width:100%;margin:.5rem 0;padding:.75rem 1rem;font:inherit;text-align:start;cursor:pointer}",
  "code{overflow-wrap:anywhere}",
].join("");
const STYLE_HASH = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;

interface PageOptions {
  readonly status?: number;
  /** Origin, besides the page's own, that a form on the page may lead to. */
  readonly formTarget?: string;
}

/** Answers with a page that loads nothing, runs nothing, cannot be framed, and does not tell other sites its address. */
export async function page(title: string, body: Markup, options: PageOptions = {}): Promise<Response> {
  const document = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} - Kite simulator</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
<p><small>This is a simulated exchange on your own machine. No order placed here reaches a market.</small></p>
</main>
</body>
</html>
`;
  // browsers apply form-action to the redirect after the form as well
  const formAction = ["form-action 'self'", options.formTarget].filter(Boolean).join(" ");
  return new Response(String(document), {
    status: options.status ?? 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src ${STYLE_HASH}; ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Answers a browser that came with something the page cannot use. */
export function errorPage(status: number, message: string): Promise<Response> {
  return page("This link does not work", html`<p>${message}</p>`, { status });
}
