const context = 2;

/**
 * Shows what changes between two texts of the same number of lines or not, line by line, with two lines around it, as `diff -u`
 * does. Empty where nothing changes.
 */
export function diff(path: string, before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const edits = compare(old, now);
  if (edits.every(({ sign }) => sign === " ")) return "";
  const shown = edits.map((_, index) =>
    edits.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== " "),
  );
  const lines = [`--- ${path}`, `+++ ${path}`];
  edits.forEach(({ sign, text, line }, index) => {
    if (!shown[index]) return;
    if (!shown[index - 1]) lines.push(`@@ line ${line} @@`);
    lines.push(sign + text);
  });
  return lines.join("\n");
}

interface Edit {
  readonly sign: " " | "-" | "+";
  readonly text: string;
  /** In the text before, from 1. */
  readonly line: number;
}

/** Walks both texts; where they part, finds the nearest lines at which they meet again. */
function compare(old: readonly string[], now: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let [left, right] = [0, 0];
  while (left < old.length || right < now.length) {
    if (left < old.length && old[left] === now[right]) {
      edits.push({ sign: " ", text: old[left] ?? "", line: left + 1 });
      left += 1;
      right += 1;
      continue;
    }
    const [untilLeft, untilRight] = meeting(old, now, left, right);
    for (; left < untilLeft; left += 1) edits.push({ sign: "-", text: old[left] ?? "", line: left + 1 });
    for (; right < untilRight; right += 1) edits.push({ sign: "+", text: now[right] ?? "", line: left + 1 });
  }
  return edits;
}

function meeting(old: readonly string[], now: readonly string[], left: number, right: number): [number, number] {
  for (let distance = 1; distance < old.length + now.length; distance += 1) {
    for (let skipped = 0; skipped <= distance; skipped += 1) {
      const [a, b] = [left + skipped, right + distance - skipped];
      if (a < old.length && b < now.length && old[a] === now[b]) return [a, b];
    }
  }
  return [old.length, now.length];
}
