import { type Document, Paragraph } from 'docx';
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../../sheets-schema/zone.ts';
import { closing, letterhead, receiversOf } from '../decree/frame.ts';
import { decreeDocument } from '../decree/page.ts';
import { centred, paragraph } from '../decree/text.ts';
import { issuerOf } from './issuer.ts';
import type { UrgingLetter } from './plan-urging.ts';

/** A công văn in the form of the decree (mẫu 1.5): number, day and signature are left to people. */
export function urgingDocument({ round, unit, place, about, opening, request, at }: UrgingLetter): Document {
  const issuer = issuerOf(round);
  return decreeDocument(`${about} – ${unit.shortName}`, [
    letterhead({
      issuer: [issuer.name.toLocaleUpperCase('vi')],
      symbol: issuer.letterSymbol,
      place,
      about,
      year: localDay(Temporal.Instant.from(at)).year,
    }),
    centred(`Kính gửi: ${unit.name}`, {}, { spacing: { before: 240, after: 120 } }),
    ...opening.map((text) => paragraph(text)),
    ...request.map((text, i) => paragraph(text, {}, { keepNext: i + 1 === request.length })),
    paragraph('Trân trọng./.', {}, { keepNext: true }),
    new Paragraph({ keepNext: true }),
    closing(receiversOf(round, issuer.office)),
  ]);
}
