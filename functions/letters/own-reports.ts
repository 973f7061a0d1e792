import { questionsOf } from '../../sheets-schema/outline-sections.ts';
import { docxName } from '../documents/decree/docx-name.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { maySendBack } from '../domain/standing/previous-report.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { Enclosure } from '../ports.ts';
import type { MailSources } from './letter-sources.ts';

/** Letters and digits of all answers together: a .docx of so many stays far below what mail servers take. */
const LONGEST_REPORT = 200_000;

/**
 * With the receipt of an accepted version, where that is switched on, what the unit has sent so far, as a report to sign;
 * `too long` for more than goes along with a mail. Null where it may not go: to another's address, of what nobody has
 * verified or accepted yet, with a mark of secrecy anywhere.
 */
export function ownReport(
  { version }: Pick<Notice, 'version'>,
  status: UnitStatus,
  { policy: { contacts, now }, outline, textsFor }: Pick<MailSources, 'policy' | 'outline' | 'textsFor'>,
): Enclosure | 'too long' | null {
  if (!status.versions.some((one) => one.version === version)) return null;
  const own = contacts.filter(({ unit, active }) => unit === status.unit.code && active);
  const addresses = own.map(({ email }) => email);
  if (!maySendBack(status, addresses)) return null;
  const content = status.items.flatMap((item) => item.content);
  if (content.reduce((sum, { facts }) => sum + facts.length, 0) > LONGEST_REPORT) return 'too long';
  return {
    filename: docxName('Bao-cao', status.round.id, status.unit.code),
    async content() {
      const [{ ownReportDocx }, texts] = await Promise.all([
        import('../documents/own-report/own-report-docx.ts'),
        textsFor(status),
      ]);
      const questions = questionsOf(status.round, outline).filter(({ used }) => used);
      return ownReportDocx({ status, questions, texts, at: now });
    },
  };
}
