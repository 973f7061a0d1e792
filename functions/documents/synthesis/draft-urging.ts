import { Temporal } from 'temporal-polyfill';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { PolicyInput } from '../../domain/notices/notice.ts';
import { timingOf } from '../../domain/standing/tracking-words.ts';
import type { Enclosure, Served } from '../../ports.ts';
import { docxName } from '../decree/docx-name.ts';
import { planUrging, type Urging, type UrgingLetter } from './plan-urging.ts';

/** How things stand, as far as letters to late units speak of it. */
export type UrgingSources = Pick<
  PolicyInput,
  'statuses' | 'ledger' | 'now' | 'calendar' | 'settings' | 'confirmedRounds'
> & { readonly outline: readonly OutlineQuestion[] };

/** The draft letters to the late units of a round. */
export function urgingOf(round: string | null, sources: UrgingSources): Urging {
  const statuses = sources.statuses.filter((status) => status.round.id === round);
  const { ledger, outline, settings } = sources;
  return planUrging({ statuses, ledger, outline, timing: timingOf(sources), place: settings.place });
}

/** The draft letter to one late unit, or why there is none. */
export async function draftUrging(round: string | null, unit: string, sources: UrgingSources): Promise<Served> {
  const { letters, held } = urgingOf(round, sources);
  const letter = letters.find((one) => one.unit.code === unit);
  const reason = held.find((one) => one.unit.code === unit)?.reason;
  if (!letter)
    return { kind: 'nothing', why: reason ?? `Không có dự thảo công văn đôn đốc cho "${unit}": đơn vị không quá hạn.` };
  const { filename, content } = urgingDocx(letter);
  return { kind: 'document', filename, content: await content() };
}

/** A draft letter as .docx. The same letter gives the same bytes; the library is loaded once a document is made. */
export function urgingDocx(letter: UrgingLetter): Enclosure {
  return {
    filename: docxName('Cong-van-don-doc', letter.unit.code),
    async content() {
      const [{ packDocx }, { urgingDocument }] = await Promise.all([
        import('../decree/pack-docx.ts'),
        import('./urging-document.ts'),
      ]);
      return packDocx(urgingDocument(letter), Temporal.Instant.from(letter.at));
    },
  };
}
