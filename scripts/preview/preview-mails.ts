import nodemailer from 'nodemailer';
import { messageIdOf } from '../../functions/domain/notices/ledger-key.ts';
import type { Notice } from '../../functions/domain/notices/notice.ts';
import type { UnitStatus } from '../../functions/domain/standing/unit-status.ts';
import { createGoogle } from '../../functions/google/client.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { mailMessage } from '../../functions/mail/mail-message.ts';
import { createMailWriter } from '../../functions/mail/write-mail.ts';
import type { Mail } from '../../functions/ports.ts';
import { systemClock } from '../../functions/shared/clock.ts';
import { mailSources } from '../../functions/sync/mail-sources.ts';
import { planMail } from '../../functions/sync/plan-mail.ts';
import { lookAhead, NO_NEW_ROWS, type Outlook } from '../../functions/workbook/outlook.ts';
import { readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import type { Snapshot } from '../../functions/workbook/snapshot.ts';
import { type NoticeKind, noticeKinds } from '../../sheets-schema/tabs/settings.ts';
import { fold } from '../../sheets-schema/text.ts';
import { openWorkspace } from './open-workspace.ts';

export type PreviewOptions = { readonly kind?: NoticeKind; readonly unit: string };
export type Preview = { readonly name: string; readonly html: string; readonly text: string; readonly eml: Buffer };

/** Mails as they would go now, to look at. */
export async function previewMails({ kind, unit }: PreviewOptions): Promise<readonly Preview[]> {
  const place = process.env['SPREADSHEET_ID'] ? realSheet() : await openWorkspace();
  try {
    const workbook = createWorkbook(createGoogle({ emulator: place.emulator }), place.spreadsheetId);
    const snapshot = await readSnapshot(workbook, { since: async () => [] }, place.now ?? (await systemClock()));
    const kinds = kind ? [kind] : noticeKinds;
    return await Promise.all(kinds.map((one) => preview(one, unit, snapshot, place.linkSecret)));
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
  const outlook = lookAhead(snapshot, NO_NEW_ROWS, []);
  const order = planMail(
    noticeOf(kind, unit, outlook),
    mailSources(snapshot, outlook, { linkSecret, findingCount: snapshot.findings.length }),
  );
  const mail = await createMailWriter((key) => messageIdOf(key, 'preview.example'))(order);
  const name = `${noticeKinds.indexOf(kind) + 1}-${fold(kind).replaceAll(' ', '-')}-${unit}`;
  return { name, html: mail.html, text: mail.text, eml: await emlOf(mail) };
}

/** A notice of that kind as if it were due now. @throws when the unit is asked by no round. */
function noticeOf(kind: NoticeKind, unit: string, { policy }: Outlook): Notice {
  const status = policy.statuses.find((one) => one.unit.code === unit);
  if (!status) throw new Error(`No open round asks "${unit}"; see the tab Kỳ báo cáo.`);
  const isInternal = kind === 'Bản tin điều phối' || kind === 'Báo cáo lãnh đạo';
  return {
    key: `preview/${kind}/${unit}`,
    kind,
    subject: status.round.id,
    unit: isInternal ? null : unit,
    step: '0',
    deadline: status.effective,
    dueAt: policy.now,
    rank: 0,
    why: 'Xem trước.',
    recipients: policy.contacts.filter((contact) => contact.unit === (isInternal ? 'BXD' : unit)),
    nth: 1,
    items: lacking(status),
    units: policy.statuses.filter((one) => one.filedAt === null),
    tasks: policy.tasks.filter((task) => task.unit.code === unit && task.deadline !== null && !task.done),
  };
}

function lacking(status: UnitStatus): UnitStatus['items'] {
  return status.items.filter((item) => item.counts && item.verdict !== 'Đủ');
}

async function emlOf(mail: Mail): Promise<Buffer> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const sent = await transport.sendMail(mailMessage(mail, 'preview@boxaydung.example'));
  return sent.message as Buffer;
}
