/** Finds a key that a JSON object has twice at its top level. JSON.parse keeps the last one, other parsers the first. */
export function repeatedKey(validJson: string): string | undefined {
  const seen = new Set<string>();
  let depth = 0;
  for (const [token, text, colon] of validJson.matchAll(/("(?:[^"\\]+|\\.)*")(\s*:)?|[{}[\]]/g)) {
    if (text === undefined) depth += token === "{" || token === "[" ? 1 : -1;
    else if (colon !== undefined && depth === 1) {
      // Parsed, because `\u0073tatus` is `status` too.
      const key: string = JSON.parse(text);
      if (seen.has(key)) return key;
      seen.add(key);
    }
  }
  return undefined;
}
