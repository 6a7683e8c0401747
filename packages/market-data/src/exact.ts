/**
 * Takes the binary noise off a difference or a mean of prices: exact to eight decimals, one more than any price has, while prices stay
 * below 10,000,000.
 *
 * Models' `price` does it for every number; it would be a fifteenth of this plugin's bundle.
 */
export const exact = (value: number): number => Number(value.toFixed(8));
