/** Styles for the terminal; each gives the text back as it is where there are none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly accent: (text: string) => string;
}

/** Tells whether an output takes styles: a terminal, and nobody has asked for none. @see https://no-color.org */
export function takesStyle(output: { readonly isTTY?: boolean }, variables: NodeJS.ProcessEnv): boolean {
  return output.isTTY === true && !variables.NO_COLOR && variables.TERM !== "dumb";
}

export function createPaint(styled: boolean): Paint {
  const style = (on: number, off: number) => (text: string) => (styled ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { bold: style(1, 22), faint: style(2, 22), good: style(32, 39), bad: style(31, 39), accent: style(36, 39) };
}
