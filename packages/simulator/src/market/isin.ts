/** Completes the first eleven characters of an ISIN with the check digit: letters count as two digits, then Luhn. */
export function isin(body: string): string {
  const digits = [...body].map((character) => Number.parseInt(character, 36)).join("");
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}
