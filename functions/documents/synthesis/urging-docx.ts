import { Temporal } from 'temporal-polyfill';
import type { UrgingLetter } from './plan-urging.ts';

/** The draft letter as a .docx. The same letter gives the same bytes. */
export async function urgingDocx(letter: UrgingLetter): Promise<Uint8Array> {
  const [{ packDocx }, { urgingDocument }] = await Promise.all([
    import('../decree/pack-docx.ts'),
    import('./urging-document.ts'),
  ]);
  return packDocx(urgingDocument(letter), Temporal.Instant.from(letter.at));
}
