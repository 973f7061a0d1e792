import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import { Temporal } from 'temporal-polyfill';
import { senderOf } from '../../functions/config.ts';
import { createFormFollower } from '../../functions/form/follow-form.ts';
import { createGoogle } from '../../functions/google/client.ts';
import { createFormEditor } from '../../functions/google/form-editor.ts';
import { createResponses } from '../../functions/google/responses.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { createSmtpMailer, mailMessage } from '../../functions/mail/smtp-mailer.ts';
import { writeMail } from '../../functions/mail/write-mail.ts';
import type { Mail, Mailer } from '../../functions/ports.ts';
import { sync } from '../../functions/sync/sync.ts';
import { WHOLE_COUNTRY } from './country/communes.ts';
import { type MailPlace, openMailPlace } from './mail-place.ts';
import { atLeast, type Measurement, type Row, told } from './row.ts';

const MAIL_DOMAIN = 'boxaydung.example';
/** As many as the product's own pool opens. */
const CONNECTIONS = 5;

/** Mails a second that the quotas of mail services allow at most: to be faster is of no use. */
const CEILING = 50;

type MailRateRow = {
  readonly label: string;
  /** Mails a second. */
  readonly ours: number;
  readonly bare: number;
  /** Whether it is held to the ceiling. */
  readonly isHeld: boolean;
};

/** Rounds that ask every commune: planned and mailed by the real sync, against bare pooled nodemailer on the same server. */
async function measureMailRate(
  count = WHOLE_COUNTRY,
  progress: (what: string) => void = () => {},
): Promise<{ readonly rows: readonly MailRateRow[] }> {
  progress(`a round of ${count} units`);
  const place = await openMailPlace(count);
  try {
    progress('invitations');
    const invitations = await measureMailing(place, 'invitations with the outline', '2025-10-23T14:05');
    progress('reminders');
    const reminders = await measureMailing(place, 'reminders', '2025-10-29T08:30');
    return { rows: [...invitations, ...reminders] };
  } finally {
    await place.close();
  }
}

export const mailRate: Measurement = {
  about: 'one open round of 3,321 units: mails a second, against the ceiling of quotas and bare nodemailer',
  measure: async ({ progress }) => (await measureMailRate(WHOLE_COUNTRY, progress)).rows.map(asRow),
};

function asRow({ label, ours, bare, isHeld }: MailRateRow): Row {
  const said = `${ours.toFixed(0)}/s, bare nodemailer ${bare.toFixed(0)}/s`;
  return isHeld ? atLeast(label, CEILING, ours, said, '/s') : told(label, said);
}

async function measureMailing(place: MailPlace, label: string, time: string): Promise<readonly MailRateRow[]> {
  await place.setTime(time);
  // What the coordinators were told while the round was made ready is none of these.
  await place.clearMail();
  const { sent, wholeRun, delivery } = await mailByTheLoop(place, time);
  const arrived = new Set((await place.mails()).map(({ messageId }) => messageId)).size;
  if (sent.length < place.count)
    throw new Error(`${place.count} units were to be mailed (${label}), ${sent.length} were.`);
  if (arrived !== sent.length) throw new Error(`${sent.length} mails (${label}) were sent, ${arrived} arrived.`);
  await place.clearMail();
  const bare = sent.length / (await seconds(() => mailBare(place, sent)));
  await place.clearMail();
  const row = (phase: string, took: number, isHeld: boolean) => {
    return { label: `${sent.length} mails (${label}), ${phase}`, ours: sent.length / took, bare, isHeld };
  };
  return [row('from the first to the last', delivery, true), row('the whole run', wholeRun, false)];
}

type Mailing = { readonly sent: readonly Mail[]; readonly wholeRun: number; readonly delivery: number };

/** One run of the loop, wired as in production, its mails and the moments of the first and the last of them kept. */
async function mailByTheLoop({ config }: MailPlace, time: string): Promise<Mailing> {
  const google = createGoogle({ emulator: config.GOOGLE_WORKSPACE_EMULATOR_URL });
  const mailer = createSmtpMailer({ url: config.SMTP_URL, from: senderOf(config) });
  const watched = watch(mailer);
  const ports = {
    workbook: createWorkbook(google, config.SPREADSHEET_ID),
    responses: createResponses(google, config.FORM_ID),
    follower: createFormFollower(createFormEditor(google, config.FORM_ID)),
    mailer: watched.mailer,
    writeMail,
    newToken: () => randomUUID().slice(0, 8),
    hasTime: () => true,
  };
  const now = Temporal.Instant.from(`${time}:00+07:00`);
  const wholeRun = await seconds(() => sync(ports, { now, linkSecret: config.LINK_SECRET, mailDomain: MAIL_DOMAIN }));
  mailer.close();
  return { sent: watched.sent, wholeRun, delivery: watched.seconds() };
}

/** Remembers each mail, when the first was handed over, when the last was answered. */
function watch(mailer: Mailer) {
  const sent: Mail[] = [];
  const moments = { first: 0, last: 0 };
  return {
    sent,
    seconds: () => (moments.last - moments.first) / 1000,
    mailer: {
      ...mailer,
      async send(mail: Mail) {
        moments.first ||= performance.now();
        sent.push(mail);
        const outcome = await mailer.send(mail);
        moments.last = performance.now();
        return outcome;
      },
    },
  };
}

/** The same mails, made beforehand, on a pool of the same size; nothing is planned, written or recorded. */
async function mailBare({ config }: MailPlace, mails: readonly Mail[]): Promise<void> {
  const transport = nodemailer.createTransport({ pool: true, url: config.SMTP_URL, maxConnections: CONNECTIONS });
  await Promise.all(mails.map((mail) => transport.sendMail(mailMessage(mail, senderOf(config)))));
  transport.close();
}

async function seconds(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
}
