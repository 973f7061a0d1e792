import { createHash } from 'node:crypto';
import { access, constants, mkdir, open, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAddress, type Mailbox } from '../../sheets-schema/address.ts';
import { fold } from '../../sheets-schema/text.ts';
import type { Mail, Mailer } from '../ports.ts';
import { problem } from '../shared/problem.ts';
import { outboxPage, type Waiting } from './outbox-page.ts';
import { mailMessage } from './smtp-mailer.ts';

/** Where a person puts the files of mails that were sent. */
const SENT = 'da-gui';
/** Where files go whose mail is to be sent no more: the report came, a stronger mail took its place. */
const STOPPED = 'thoi-gui';
const LIST = 'danh-sach-can-gui.html';
const NO_FOLDER = 'thư mục nhận thư không có hoặc không ghi được';

/** As much of a file as holds the header of any mail of ours. */
const HEADER_BYTES = 16_384;
const LONGEST_NAME = 60;

/**
 * Writes ready .eml files into a folder, for a person to send from the official mailbox; Outlook opens them as drafts.
 * What lies in `da-gui/` is what was sent. A mail is known by its Message-ID, so files may be renamed.
 * @param url `file:///folder`
 */
export function createFolderMailer({ url, from }: { readonly url: string; readonly from: Mailbox }): Mailer {
  const folder = fileURLToPath(url);
  const places = { waiting: folder, sent: join(folder, SENT), stopped: join(folder, STOPPED) };
  // Never the folder itself: where a drive is not there, its mails are not put elsewhere.
  const make = () => Promise.all([places.sent, places.stopped].map(makeIn));
  return {
    async send(mail) {
      const undeliverable = mail.to.filter((address) => !isAddress(address));
      if (undeliverable.length === mail.to.length)
        return { kind: 'refused', reason: 'không có địa chỉ nhận đúng', undeliverable };
      try {
        await make();
        const known = await Promise.all(Object.values(places).map(mailsIn));
        if (!known.some((mails) => mails.has(mail.messageId))) await write(folder, mail, from);
        return { kind: 'exported', ...(undeliverable.length > 0 && { undeliverable }) };
      } catch (error) {
        return { kind: 'later', reason: `${NO_FOLDER} (${(error as NodeJS.ErrnoException).code})`, isServerOut: true };
      }
    },
    async verify() {
      return access(folder, constants.W_OK).then(
        () => null,
        () => NO_FOLDER,
      );
    },
    close() {},
    outbox: {
      async sent() {
        return new Set((await mailsIn(places.sent)).keys());
      },
      async tidy({ waiting, stopped }) {
        try {
          await make();
          const mails = await mailsIn(folder);
          for (const [id, { name }] of mails)
            if (stopped.has(id)) await rename(join(folder, name), join(places.stopped, name));
          await writeFile(join(folder, LIST), outboxPage([...mails.values()].filter(({ id }) => waiting.has(id))));
        } catch (error) {
          throw problem('mail.unreachable', [`${NO_FOLDER} (${(error as NodeJS.ErrnoException).code})`], error);
        }
      },
    },
  };
}

async function makeIn(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The mails of a folder by Message-ID; none where there is no such folder. */
async function mailsIn(folder: string): Promise<ReadonlyMap<string, Waiting>> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => name.toLowerCase().endsWith('.eml')).map((name) => headerOf(folder, name)),
  );
  return new Map(found.map((one) => [one.id, one]));
}

async function headerOf(folder: string, name: string): Promise<Waiting> {
  const file = await open(join(folder, name));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    const [header = ''] = buffer.toString('utf8', 0, bytesRead).split(/\r?\n\r?\n/, 1);
    const unfolded = header.replaceAll(/\r?\n[ \t]+/g, ' ');
    const fieldOf = (field: string) => new RegExp(`^${field}:(.*)$`, 'im').exec(unfolded)?.[1]?.trim();
    return {
      id: `<${fieldOf('Message-ID')?.replace(/[<>\s]/g, '') ?? ''}>`,
      name,
      to: fieldOf('To') ?? '',
      subject: decodeURIComponent(fieldOf(SUBJECT) ?? ''),
      date: fieldOf('Date') ?? '',
    };
  } finally {
    await file.close();
  }
}

/** The subject once more, as the list reads it: a mail's own is written as RFC 2047 has it. */
const SUBJECT = 'X-Tieu-De';

async function write(folder: string, mail: Mail, from: Mailbox): Promise<void> {
  const { default: nodemailer } = await import('nodemailer');
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const message = mailMessage({ ...mail, to: mail.to.filter(isAddress) }, from);
  const headers = { ...message.headers, 'X-Unsent': '1', [SUBJECT]: encodeURIComponent(mail.subject) };
  const { message: content } = await transport.sendMail({ ...message, headers });
  const name = fileName(mail);
  // Whole or not at all: nobody sends half a mail.
  const temporary = join(folder, `.${name}.tmp`);
  await writeFile(temporary, content as Buffer);
  await rename(temporary, join(folder, name));
}

/** `2025-10-23 haiphong moi-bao-cao 4f1c09ab.eml`: for whom, by the domain; told apart by the Message-ID. */
function fileName({ date, to: [first = ''], subject, messageId }: Mail): string {
  const [whom = ''] = first.slice(first.lastIndexOf('@') + 1).split('.');
  const day = date.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate();
  const words = fold(subject)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replaceAll(/^-+|-+$/g, '');
  return `${day} ${whom.replaceAll(/[^\w-]/g, '')} ${words} ${createHash('sha256').update(messageId).digest('hex').slice(0, 8)}.eml`;
}
