/** The command line cannot be understood. The message says what is wrong with it, in one line. */
export class UsageError extends Error {}
