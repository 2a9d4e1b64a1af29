import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A box or a text of a picture: flexbox, as CSS knows it. */
export interface Box {
  type: 'div' | 'img';
  props: { style?: Record<string, string | number>; children?: (Box | string)[] | string; src?: string };
}

export const PNG = 'image/png';

/** A box of boxes; `display: flex` is what the layouter asks of every one that has several. */
export const box = (style: Record<string, string | number>, ...children: Box[]): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

export const text = (words: string, style: Record<string, string | number> = {}): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children: words },
});

const FONT = 'Be Vietnam Pro';
const weights = { 400: '400Regular', 700: '700Bold' } as const;

/** The full typeface: subsets of it lose Vietnamese letters when they are drawn. */
async function loadFonts() {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    ([400, 700] as const).map(async weight => {
      const file = `@expo-google-fonts/be-vietnam-pro/${weights[weight]}/BeVietnamPro_${weights[weight]}.ttf`;
      return { name: FONT, data: await readFile(resolve(file)), weight, style: 'normal' as const };
    }),
  );
}

let fonts: ReturnType<typeof loadFonts> | null = null;

/** The libraries are 30 MB in memory and so are loaded with the first picture. */
export async function drawPicture(root: Box, width: number): Promise<Uint8Array> {
  fonts ??= loadFonts();
  const [{ default: satori }, { Resvg }, loaded] = await Promise.all([
    import('satori'),
    import('@resvg/resvg-js'),
    fonts,
  ]);
  const styled = { ...root, props: { ...root.props, style: { fontFamily: FONT, ...root.props.style } } };
  const svg = await satori(styled, { width, fonts: loaded });
  return new Uint8Array(new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
}
