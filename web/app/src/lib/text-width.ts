const WIDE = /[mwMWQ@]/;
const NARROW = /[iljtfrIJ' ’.,]/;
const CAPITAL = /[A-Z0-9]/;

/** Roughly how wide a name is set in a bold serif, in em: enough to choose a size that fits. */
export function wordWidth(words: string): number {
  let width = 0;
  for (const letter of words)
    width += WIDE.test(letter) ? 1 : NARROW.test(letter) ? 0.46 : CAPITAL.test(letter) ? 0.78 : 0.67;
  return width;
}
