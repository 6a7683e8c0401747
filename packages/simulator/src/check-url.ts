/** @throws {TypeError} unless the text is an absolute http or https URL. */
export function checkUrl(name: "redirectUrl" | "postbackUrl", text: string): URL {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new TypeError(`${name}: expected an http or https URL, got ${JSON.stringify(text)}`);
  }
  return new URL(text);
}
