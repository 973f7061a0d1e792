import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { GROUP_SECTION_2 } from '../../sheets-schema/tabs/units.ts';
import { docxName } from '../documents/decree/docx-name.ts';
import type { createOutlineDocx } from '../documents/outline/outline-docx.ts';
import { type UrgingSources, urgingDocx, urgingOf } from '../documents/synthesis/draft-urging.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { deadlineInWords } from '../domain/time/deadline.ts';
import type { Enclosure } from '../ports.ts';

type OutlineDocx = ReturnType<typeof createOutlineDocx>;

/** Encloses the outline of a round, for a unit to fill in. */
export type EncloseOutline = (status: UnitStatus, questions: readonly OutlineQuestion[]) => Enclosure;

/** For the mails of one run: units that are asked the same share the work. */
export function createOutlineEnclosure(): EncloseOutline {
  let outlines: Promise<OutlineDocx> | null = null;
  /** Loaded by the first invitation: most runs invite nobody. */
  const outlineDocx = () => {
    outlines ??= import('../documents/outline/outline-docx.ts').then((module) => module.createOutlineDocx());
    return outlines;
  };
  return ({ round, unit, effective }, questions) => ({
    filename: docxName('De-cuong-bao-cao', round.id, unit.code),
    async content() {
      const write = await outlineDocx();
      const section2 = (unit.groups ?? []).includes(GROUP_SECTION_2);
      return write({ round, unit, questions, section2, deadlineWords: deadlineInWords(effective) });
    },
  });
}

/** What a mail program still takes: each draft is some 15 kB. */
const MOST_DRAFTS = 40;

/** The draft letters to the units that a leadership report lists; too many are left to the command. */
export function draftLetters({ subject, units = [] }: Notice, sources: UrgingSources): readonly Enclosure[] {
  if (units.length === 0 || units.length > MOST_DRAFTS) return [];
  const listed = new Set(units.map(({ unit }) => unit.code));
  const { letters } = urgingOf(subject, sources);
  return letters.filter(({ unit }) => listed.has(unit.code)).map(urgingDocx);
}
