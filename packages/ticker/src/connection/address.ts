/** Puts the account into the address. Behind a gateway (no key) there is nothing to put in. Never show what this gives. */
export function addressOf(
  root: string,
  account: {
    readonly api_key: string | undefined;
    readonly access_token: string | undefined;
    readonly user_id: string | undefined;
  },
): string {
  const { api_key, access_token, user_id } = account;
  const query = String(
    new URLSearchParams({
      ...(api_key !== undefined && access_token !== undefined && { api_key, access_token }),
      ...(user_id !== undefined && { user_id }),
    }),
  );
  return query ? `${root}?${query}` : root;
}
