import { type ReactNode, useEffect, useState } from "react";
import type { EnvironmentName } from "../../shared/demo-api.ts";
import { loginAddress, type PageSession } from "../api/session.ts";
import { KiteMark } from "../header/brand.tsx";
import { wordsFor } from "./problem.tsx";

interface LoginCardProps {
  readonly session: PageSession;
  /** Why the demo's server could not be asked just now. */
  readonly problem: Error | null;
}

/** The way in. */
export function LoginCard({ session: { state, environment }, problem }: LoginCardProps): ReactNode {
  const failedLogin = useFailedLogin();
  const { title, text } = greetings[state === "logged-in" ? "logged-out" : state];
  return (
    <section className="card">
      <span className="card-mark">
        <KiteMark />
      </span>
      <h1>{title}</h1>
      <p>{text}</p>
      {failedLogin && (
        <p className="card-note" role="alert">
          {failures[failedLogin]}
        </p>
      )}
      {problem && (
        <p className="card-note" role="alert">
          {wordsFor(problem).message} {wordsFor(problem).advice}
        </p>
      )}
      <a className="button primary" href={loginAddress()}>
        {state === "expired" ? "Log in again" : "Log in"}
      </a>
      <p className="card-small">{places[environment]}</p>
    </section>
  );
}

const greetings = {
  "logged-out": { title: "You are logged out", text: "Log in to see holdings, positions and margins." },
  expired: {
    title: "Your session has ended",
    text: "Kite ends every session at 06:00 in the morning, and when you log out elsewhere. Log in again to go on.",
  },
} as const;

/** Values of `?login=` with which a login that went wrong comes back to the page. */
type LoginProblem = "cancelled" | "not-started-here" | "refused" | "unreachable";

const failures: Readonly<Record<LoginProblem, string>> = {
  cancelled: "The login was not completed.",
  "not-started-here":
    "That login was not started in this browser, so it was refused. Start again with the button below.",
  refused: "The exchange refused the login. Its tokens are good for a few minutes and for one use: try again.",
  unreachable: "The exchange could not be reached to complete the login.",
};

const places: Readonly<Record<EnvironmentName, string>> = {
  simulator: "On the simulated exchange you choose who you are; there is no password.",
  sandbox: "You log in on the page of Kite's sandbox.",
  production: "You log in on Zerodha's own page. This dashboard never sees your password.",
  custom: "You log in on the page of the server that KITE_ENVIRONMENT names.",
};

/** Takes the outcome of a failed login out of the address, so that a reload does not show it again. */
function useFailedLogin(): LoginProblem | undefined {
  const [problem] = useState(() => new URLSearchParams(location.search).get("login"));
  useEffect(() => history.replaceState(null, "", location.pathname + location.hash), []);
  return problem !== null && problem in failures ? (problem as LoginProblem) : undefined;
}
