/** Colours of the chart: canvases do not know CSS variables, so they are read off the page. */
export interface ChartColours {
  readonly surface: string;
  readonly text: string;
  readonly line: string;
  readonly crosshair: string;
  readonly gain: string;
  readonly loss: string;
  readonly gainSoft: string;
  readonly lossSoft: string;
  /** Of lines: orders to buy and to sell, and what is owned. */
  readonly buy: string;
  readonly sell: string;
  readonly own: string;
}

/** Reads the colours of the theme that is on the page. */
export function chartColours(element: HTMLElement): ChartColours {
  const gain = resolved(element, "--gain");
  const loss = resolved(element, "--loss");
  return {
    surface: resolved(element, "--surface"),
    text: resolved(element, "--ink-faint"),
    line: resolved(element, "--line"),
    crosshair: resolved(element, "--line-strong"),
    gain,
    loss,
    gainSoft: translucent(gain),
    lossSoft: translucent(loss),
    buy: resolved(element, "--accent"),
    sell: resolved(element, "--warn"),
    own: resolved(element, "--ink-soft"),
  };
}

/** A variable holds the colours of both themes; as the colour of an element it is the one in force. */
function resolved(element: HTMLElement, variable: string): string {
  const before = element.style.color;
  element.style.color = `var(${variable})`;
  const { color } = getComputedStyle(element);
  element.style.color = before;
  return color;
}

const translucent = (rgb: string): string => rgb.replace(/^rgb\((.+)\)$/, "rgba($1, 0.38)");
