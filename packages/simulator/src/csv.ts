/** Writes rows the way Kite's dumps are written: CRLF after every row, quotes around fields that need them. */
export function csv(rows: readonly (readonly string[])[]): Response {
  const text = rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
  const body = new TextEncoder().encode(text);
  return new Response(body, { headers: { "content-type": "text/csv", "content-length": String(body.length) } });
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
