import { answer } from "../http/answer.ts";
import type { LoginProblem, Refusal } from "../refusal.ts";

const sentences: Readonly<Record<LoginProblem, string>> = {
  cancelled: "The login was not completed.",
  "not-started-here": "This login was not started in this browser, was used before, or is older than ten minutes.",
  refused: "Kite refused the login. Its tokens are good for a few minutes and for one use.",
  unreachable: "Kite could not be reached to complete the login.",
};

interface FailedLogin {
  readonly problem: LoginProblem;
  readonly refusal: Refusal;
  readonly loginPath: string;
  /** Page of the app that shows problems. Default: a plain one of the gateway's own. */
  readonly page: string | undefined;
}

/** What a person in a browser gets after a login that failed: the app's page with `?login=` and the problem, or a plain one. */
export function failedLoginAnswer({ problem, refusal, loginPath, page }: FailedLogin): Response {
  const { cookies } = refusal.options;
  if (page !== undefined) {
    const target = new URL(page, "http://any.invalid");
    target.searchParams.set("login", problem);
    const location = target.pathname + target.search + target.hash;
    return answer(null, { status: 303, headers: { location }, cookies });
  }
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Login failed</title>
<h1>Login failed</h1>
<p>${sentences[problem]}</p>
<p><a href="${loginPath}">Log in again</a></p>
</html>
`;
  const { status } = refusal;
  return answer(html, { status, headers: { "content-type": "text/html; charset=utf-8" }, cookies });
}
