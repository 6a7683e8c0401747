/** Colours for the terminal; each gives the text back as it is where there are none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly gain: (text: string) => string;
  readonly loss: (text: string) => string;
  readonly accent: (text: string) => string;
}

/** Tells whether an output takes colours: a terminal, and nobody has asked for none. @see https://no-color.org */
export function takesColour(output: { readonly isTTY?: boolean }, variables: NodeJS.ProcessEnv): boolean {
  return output.isTTY === true && !variables.NO_COLOR && variables.TERM !== "dumb";
}

export function createPaint(colour: boolean): Paint {
  const style = (on: number, off: number) => (text: string) => (colour ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { bold: style(1, 22), faint: style(2, 22), gain: style(32, 39), loss: style(31, 39), accent: style(36, 39) };
}
