import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { failureOf } from "../api/failure.ts";
import { refreshSession } from "../api/queries.ts";
import { letExpire, logOut } from "../api/session.ts";
import type { Account } from "../api/use-account.ts";
import { ChevronIcon } from "../icons.tsx";
import { announce } from "../states/announcer.tsx";
import { Bone } from "../states/bone.tsx";

interface AccountMenuProps {
  readonly account: Account | undefined;
  readonly simulated: boolean;
}

/** Whose account it is, and the way out. */
export function AccountMenu({ account, simulated }: AccountMenuProps): ReactNode {
  const client = useQueryClient();
  const outcome = {
    onSuccess: () => refreshSession(client),
    onError: (error: Error) => {
      const { message, what_to_do } = failureOf(error);
      announce(`${message} ${what_to_do}`);
    },
  };
  const leaving = useMutation({ mutationFn: logOut, ...outcome });
  const expiring = useMutation({ mutationFn: letExpire, ...outcome });
  if (!account) {
    return (
      <span className="account-button" aria-hidden="true">
        <span className="initials" />
        <span className="account-name">
          <Bone width="8ch" />
        </span>
      </span>
    );
  }
  const { user_name, user_id, broker, exchanges, products } = account.profile;
  return (
    <>
      <button type="button" className="account-button" popoverTarget="account">
        <span className="initials" aria-hidden="true">
          {initials(user_name)}
        </span>
        <span className="visually-hidden">Account of </span>
        <span className="account-name">
          {user_name} <small>{user_id}</small>
        </span>
        <ChevronIcon />
      </button>
      <section className="account-menu panel" id="account" popover="auto" aria-label="Account">
        <p className="account-who">
          <strong>{user_name}</strong>
          <span>
            {user_id} · {broker}
          </span>
        </p>
        <Chips name="Exchanges" values={exchanges} />
        <Chips name="Products" values={products} />
        <div className="account-actions">
          {simulated && (
            <button type="button" className="button" onClick={() => expiring.mutate()}>
              Let the session expire
            </button>
          )}
          <button type="button" className="button" onClick={() => leaving.mutate()}>
            Log out
          </button>
        </div>
      </section>
    </>
  );
}

function Chips({ name, values }: { readonly name: string; readonly values: readonly string[] }): ReactNode {
  return (
    <div className="chips">
      <h2>{name}</h2>
      <ul>
        {values.map((value) => (
          <li key={value}>{value}</li>
        ))}
      </ul>
    </div>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? "")
    .join("");
