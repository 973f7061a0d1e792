import type { OutlineInput } from './outline-document.ts';

/**
 * The outline of a round as a .docx for one unit to fill in; it bears the time the round opens. The same input gives the
 * same bytes. The library is loaded here and not before: most runs invite nobody.
 */
export async function outlineDocx(input: OutlineInput): Promise<Uint8Array> {
  const [{ packDocx }, { outlineDocument }] = await Promise.all([
    import('../shared/decree/pack-docx.ts'),
    import('./outline-document.ts'),
  ]);
  return packDocx(outlineDocument(input), input.round.opensAt);
}
