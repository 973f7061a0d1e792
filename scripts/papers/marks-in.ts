import { strFromU8, unzipSync } from 'fflate';
import { readMarks, type SynthesisMarks } from '../../functions/documents/synthesis/marks.ts';
import { MARKS_PROPERTY } from '../../functions/documents/synthesis/synthesis-document.ts';

/** The marks a draft report carries in its properties; null for any other file. */
export function marksIn(docx: Uint8Array): SynthesisMarks | null {
  try {
    const xml = strFromU8(unzipSync(docx)['docProps/custom.xml'] ?? new Uint8Array());
    const property = new RegExp(`name="${MARKS_PROPERTY}"[^>]*>\\s*<vt:lpwstr>([^<]*)<`).exec(xml)?.[1] ?? '';
    return readMarks(property.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  } catch {
    return null;
  }
}
