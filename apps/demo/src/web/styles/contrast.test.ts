import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = "", light = "", dark = ""]) => [
    name,
    { light, dark },
  ]),
);

/** Relative luminance. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: "light" | "dark"): number {
  const [low = 0, high = 0] = [one, other]
    .map((name) => luminance(colours.get(name)?.[theme] ?? "#"))
    .sort((first, second) => first - second);
  return (high + 0.05) / (low + 0.05);
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each([
    ...["ink", "ink-soft", "ink-faint", "accent", "gain", "loss"].flatMap((text) => [
      [text, "surface"],
      [text, "raised"],
    ]),
    ["ink-faint", "canvas"],
    ["ink-soft", "canvas"],
    ["on-accent", "accent"],
    ["accent", "accent-soft"],
    ["loss", "loss-soft"],
    ["warn", "warn-soft"],
    ["surface", "ink"],
  ])("%s can be read on %s", (text, background) => {
    expect(contrast(text, background, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["line-strong", "accent", ...[1, 2, 3, 4, 5, 6, 7].map((slice) => `slice-${slice}`)])(
    "%s stands out from the surface",
    (shape) => {
      expect(contrast(shape, "surface", theme)).toBeGreaterThanOrEqual(3);
    },
  );
});
