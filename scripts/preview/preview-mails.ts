import nodemailer from 'nodemailer';
import type { Notice } from '../../functions/domain/notices/notice.ts';
import { planNotices } from '../../functions/domain/notices/plan-notices.ts';
import { createGoogle } from '../../functions/google/client.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { mailSources } from '../../functions/letters/letter-sources.ts';
import { planLetter } from '../../functions/letters/plan-letter.ts';
import { mailMessage } from '../../functions/mail/smtp-mailer.ts';
import { writeMail } from '../../functions/mail/write-mail.ts';
import { type Outlook, outlookOf } from '../../functions/outlook/outlook.ts';
import type { Letter, Mail } from '../../functions/ports.ts';
import { systemClock } from '../../functions/shared/clock.ts';
import { NO_RESPONSES, readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import type { Snapshot } from '../../functions/workbook/snapshot.ts';
import { toUnit } from '../../sheets-schema/notice-kinds/variables.ts';
import { kinds, type NoticeKind, noticeKinds } from '../../sheets-schema/notice-kinds.ts';
import { fold } from '../../sheets-schema/text.ts';
import { noticeToShow } from './notice-to-show.ts';
import { openWorkspace } from './open-workspace.ts';
import { withExamples } from './with-examples.ts';

export type PreviewOptions = { readonly kind?: NoticeKind; readonly unit: string };
export type Preview = { readonly name: string; readonly html: string; readonly text: string; readonly eml: Buffer };

/** Mails as they would go on the day of their step, to look at. */
export async function previewMails({ kind, unit }: PreviewOptions): Promise<readonly Preview[]> {
  const place = process.env['SPREADSHEET_ID'] ? realSheet() : await openWorkspace();
  try {
    const workbook = createWorkbook(createGoogle({ emulator: place.emulator }), place.spreadsheetId);
    const snapshot = await readSnapshot(workbook, NO_RESPONSES, place.now ?? (await systemClock()));
    const wanted = kind ? [kind] : noticeKinds;
    return await Promise.all(wanted.map((one) => preview(one, unit, snapshot, place.linkSecret)));
  } finally {
    await place.close();
  }
}

function realSheet() {
  return {
    emulator: process.env['GOOGLE_WORKSPACE_EMULATOR_URL'],
    spreadsheetId: process.env['SPREADSHEET_ID'] ?? '',
    linkSecret: process.env['LINK_SECRET'] ?? '',
    now: null,
    close: async () => {},
  };
}

async function preview(kind: NoticeKind, unit: string, snapshot: Snapshot, linkSecret: string): Promise<Preview> {
  const outlook = outlookOf(snapshot);
  const { notice, at } = noticeToShow(kind, unit, outlook.policy);
  const sources = mailSources(snapshot, outlook, {
    linkSecret,
    mailDomain: 'preview.example',
    findings: snapshot.findings.map((one) => ({ ...one, level: one.level === 'error' ? 'Lỗi' : 'Lưu ý' })),
    planned: planNotices(outlook.policy),
  });
  const letter = planLetter(notice, { ...sources, policy: { ...outlook.policy, now: at } });
  const variables = withExamples(kinds[kind].variables, known(notice, outlook, letter.variables));
  const mail = await writeMail({ ...letter, variables });
  const name = `${noticeKinds.indexOf(kind) + 1}-${fold(kind).replaceAll(' ', '-')}-${unit}`;
  return { name, html: mail.html, text: mail.text, eml: await emlOf(mail) };
}

/** Of a report that has not come, and of tasks that are not overdue, nothing is true but what every mail says. */
function known(notice: Notice, { policy }: Outlook, variables: Letter['variables']): Letter['variables'] {
  const { kind, unit, tasks = [], helps = [] } = notice;
  const { needsReport, about } = kinds[kind];
  const hasCome = policy.statuses.some((status) => status.unit.code === unit && status.versions.length > 0);
  const isMadeUp = (needsReport && !hasCome) || (about === 'tasks' && tasks.length + helps.length === 0);
  if (!isMadeUp) return variables;
  const ofEveryMail = new Set(toUnit.map(({ name }) => name));
  return Object.fromEntries(Object.entries(variables).filter(([name]) => ofEveryMail.has(name)));
}

async function emlOf(mail: Mail): Promise<Buffer> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const sent = await transport.sendMail(mailMessage(mail, { name: '', address: 'preview@boxaydung.example' }));
  return sent.message as Buffer;
}
