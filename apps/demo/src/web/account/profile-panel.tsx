import type { Profile } from "@kite/auth";
import { type ReactNode, useId } from "react";
import { Bone } from "../states/bone.tsx";
import { consentWords, meanings } from "./account-words.ts";

interface ProfilePanelProps {
  /** Undefined while it is on its way. */
  readonly profile: Profile | undefined;
}

/** Whose account it is, and what it may trade. */
export function ProfilePanel({ profile }: ProfilePanelProps): ReactNode {
  const heading = useId();
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>Profile</h2>
      </div>
      <div className="account-person">
        <span className="account-initials" aria-hidden="true">
          {profile && initialsOf(profile.user_name)}
        </span>
        <p className="account-name-large">{profile?.user_name ?? <Bone width="12ch" />}</p>
        <p className="account-id">{profile ? `${profile.user_id} · ${profile.broker}` : <Bone width="14ch" />}</p>
      </div>
      <dl className="account-facts">
        <Fact name="Email">{profile?.email ?? <Bone width="16ch" />}</Fact>
        <Fact name="Kind of account">{profile ? userType(profile.user_type) : <Bone width="9ch" />}</Fact>
        <Fact name="Consent for the demat account">
          {profile ? consentWords(profile.meta.demat_consent) : <Bone width="100%" />}
        </Fact>
        <Chips name="Exchanges" values={profile?.exchanges} />
        <Chips name="Products" values={profile?.products} />
        <Chips name="Order types" values={profile?.order_types} />
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Chips({ name, values }: { readonly name: string; readonly values: readonly string[] | undefined }): ReactNode {
  return (
    <Fact name={name}>
      <ul className="account-chips">
        {values?.map((value) => (
          <li key={value}>{meanings[value] ? <abbr title={meanings[value]}>{value}</abbr> : value}</li>
        )) ?? <Bone width="14ch" />}
      </ul>
    </Fact>
  );
}

const userType = (type: string): string => (type === "individual" ? "Individual" : type);

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? "")
    .join("");
