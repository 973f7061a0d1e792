import { Temporal } from 'temporal-polyfill';
import type { SynthesisModel } from './plan-synthesis.ts';

/**
 * The draft report as a .docx. The same model gives the same bytes. The library is loaded here and not before: most
 * calls want no document.
 */
export async function synthesisDocx(model: SynthesisModel): Promise<Uint8Array> {
  const [{ packDocx }, { synthesisDocument }] = await Promise.all([
    import('../decree/pack-docx.ts'),
    import('./synthesis-document.ts'),
  ]);
  return packDocx(synthesisDocument(model), Temporal.Instant.from(model.marks.at));
}
