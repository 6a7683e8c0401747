/** The program cannot do what it was asked for. The message says why, in one line, and needs no stack. */
export class Failure extends Error {}
