/** What is left of one category at this moment. */
export interface BudgetLeft {
  readonly second: number;
  readonly minute?: number;
  readonly day?: number;
  /** Calls standing in the queue. */
  readonly waiting: number;
}

/** Leave to send one request. */
export interface Grant {
  /** Milliseconds spent in the queue. */
  readonly waited: number;
  /** To be called when the answer is there, or the attempt failed. */
  readonly answered: () => void;
}
