/** Somebody who can sign in on the login page. */
export interface SimulatorUser {
  readonly user_id: string;
  readonly user_name: string;
  /** The first word of `user_name` when left out. */
  readonly user_shortname?: string;
  /** An address at example.com when left out. */
  readonly email?: string;
  /** `trader` owns holdings, positions and money, `cash` has money alone, `empty` opened the account a moment ago. */
  readonly portfolio: "trader" | "cash" | "empty";
  /** Signs in through an approved platform, whose sessions come with a refresh token. Default false. */
  readonly platform?: boolean;
}

/** The users that are there unless others are given: a trader, a new customer, and the customer of a platform. */
export const builtInUsers: readonly SimulatorUser[] = [
  { user_id: "SIM001", user_name: "Asha Menon", portfolio: "trader" },
  { user_id: "SIM002", user_name: "Ravi Kapoor", portfolio: "empty" },
  { user_id: "SIM003", user_name: "Tara Singh", portfolio: "trader", platform: true },
];
