import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const read = (file: string) =>
  readFileSync(path.resolve(import.meta.dirname, "../..", file), "utf8");

const css = read("app/globals.css");

type Rgb = [number, number, number];
type Theme = Record<string, Rgb>;

/** OKLCH as linear-light sRGB, each part clipped to 0–1 (Ottosson, "A perceptual color space", 2020). */
function toLinearRgb(lightness: number, chroma: number, hueDegrees: number): Rgb {
  const hue = (hueDegrees * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (part: number) => Math.min(1, Math.max(0, part));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The colours that one block of the style sheet names. */
function readTheme(block: RegExp, sheet = css): Theme {
  const [, body = ""] = block.exec(sheet) ?? [];
  const colours = body.matchAll(/--color-([a-z-]+): oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/g);
  return Object.fromEntries(
    [...colours].map(([, name, l, c, h]) => [
      name,
      toLinearRgb(Number(l) / 100, Number(c), Number(h)),
    ]),
  );
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2's contrast ratio, 1–21. */
function contrast(theme: Theme, one: string, other: string): number {
  const [a, b] = [theme[one], theme[other]];
  if (!a || !b) throw new Error(`${one} or ${other} is not in the theme`);
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const THEMES = {
  light: readTheme(/@theme \{([\s\S]*?)\n\}/),
  dark: readTheme(/@utility dark-tokens \{([\s\S]*?)\n\}/),
};

const TEXTS = ["ink", "quiet", "accent", "open", "soon", "stop"];
const FILLED = ["accent", "stop"];
const GROUNDS = ["ground", "surface"];

test("both themes name the same colours", () => {
  expect(Object.keys(THEMES.dark).sort()).toEqual(Object.keys(THEMES.light).sort());
});

describe.each(Object.entries(THEMES))("in the %s theme", (_, theme) => {
  test.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    "%s can be read on %s",
    (text, ground) => expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5),
  );

  test.each(FILLED)("a button's word can be read on %s", (fill) =>
    expect(contrast(theme, "on-accent", fill)).toBeGreaterThanOrEqual(4.5),
  );

  test.each(GROUNDS)("the edge of a field (quiet) is seen on %s", (ground) =>
    expect(contrast(theme, "quiet", ground)).toBeGreaterThanOrEqual(3),
  );

  test.each(GROUNDS)("the focus ring (accent) is seen on %s", (ground) =>
    expect(contrast(theme, "accent", ground)).toBeGreaterThanOrEqual(3),
  );
});

test("the sample's style sheet, which stands alone, has the same colours", () => {
  const sheet = read("public/samples/calling.css");
  expect(readTheme(/\n:root \{([\s\S]*?)\n\}/, sheet)).toEqual(THEMES.light);
  expect(readTheme(/  :root \{([\s\S]*?)\n  \}/, sheet)).toEqual(THEMES.dark);
});

test("no component names a colour of its own", () => {
  const root = path.resolve(import.meta.dirname, "../..");
  const named = ["app", "components"]
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }),
    )
    .filter((entry) => entry.isFile() && entry.name.endsWith(".tsx"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => /#[0-9a-f]{6}\b|\b(rgba?|hsla?|oklch)\(/i.test(readFileSync(file, "utf8")));
  expect(named).toEqual([]);
});
