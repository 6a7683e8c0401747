/**
 * Tells whether a word is a beginning of `whole` with at most `most` slips: a letter too many, too few, wrong, or two that have
 * changed places.
 */
export function beginsAlmost(whole: string, word: string, most: number): boolean {
  // A longer beginning has more letters too many than are forgiven.
  const text = whole.slice(0, word.length + most);
  // Each row holds the slips between a beginning of the word and every beginning of the text.
  let before: number[] = [];
  let previous = Array.from({ length: text.length + 1 }, (_, index) => index);
  for (let i = 1; i <= word.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= text.length; j += 1) {
      const same = word[i - 1] === text[j - 1];
      let slips = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && word[i - 1] === text[j - 2] && word[i - 2] === text[j - 1];
      if (swapped) slips = Math.min(slips, at(before, j - 2) + 1);
      row.push(slips);
    }
    if (Math.min(...row) > most) return false;
    [before, previous] = [previous, row];
  }
  return Math.min(...previous) <= most;
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
