export const helpText: string = `Kite SDK demo: a dashboard for one trading account.

Usage
  pnpm demo [options]

Without an account it talks to a simulated exchange inside this process, and is logged in at once.

Options
  --once       walk through the SDK in the terminal, on the simulated exchange: every domain, from login to logout
  --port N     listen on port N of 127.0.0.1 (default 4173, or the next free one)
  --help       show this text

Environment
  KITE_API_KEY, KITE_API_SECRET   your app at https://developers.kite.trade: the dashboard shows your real account
  KITE_ENVIRONMENT                "sandbox" for Kite's sandbox, or the address of a simulator of your own
  NO_COLOR                        no colours in the terminal

For a real account, register http://127.0.0.1:4173/kite/callback as the redirect URL of your app.
`;
