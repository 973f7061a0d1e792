import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { runSync } from '../../functions/app.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { type SmtpHost, smtpHost } from '../mail/smtp-host.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';

/** A mail server that takes nothing is told at every run and stands in `Kiểm tra` for as long as mails wait for it. */
const office = useOffice();

beforeEach(() => askTheCities(office, { cities: ['HPG', 'HUE'] }));

type Outage = {
  readonly inWords: string;
  /** Where mail goes meanwhile. */
  readonly url: (host: SmtpHost) => string;
  readonly ails?: (host: SmtpHost) => void;
};

const OUTAGES: Readonly<Record<string, Outage>> = {
  'nobody listens': { url: () => 'smtp://127.0.0.1:1', inWords: 'không kết nối được máy chủ thư' },
  'the sign-in is refused': {
    url: ({ url }) => url.replace('//', '//wrong:secret@'),
    inWords: 'máy chủ thư không chấp nhận tài khoản gửi',
  },
  'our address may not send': {
    url: ({ url }) => url,
    ails: ({ manners }) => {
      manners.sender = () => ({ code: 550, words: '5.7.60 not allowed to send as this sender' });
    },
    inWords: 'máy chủ thư tạm thời chưa nhận',
  },
  'our host is on a list, as each recipient is answered': {
    url: ({ url }) => url,
    ails: ({ manners }) => {
      manners.recipient = () => ({ code: 550, words: '5.7.1 client host blocked' });
    },
    inWords: 'máy chủ thư tạm thời chưa nhận',
  },
  'our texts are not had': {
    url: ({ url }) => url,
    ails: ({ manners }) => {
      manners.text = () => ({ code: 554, words: '5.7.1 rejected by policy' });
    },
    inWords: 'máy chủ thư tạm thời chưa nhận',
  },
};

const told = async () => (await office.errors()).filter(({ found }) => found.includes('chưa nhận thư nào'));

test.each(Object.entries(OUTAGES))(
  '%s: every run tells, Kiểm tra says since when, and recovery is seen',
  async (_, outage) => {
    const host = await smtpHost();
    onTestFinished(() => host.close());
    outage.ails?.(host);
    const down = { ...office.workspace.config, SMTP_URL: outage.url(host) };
    for (const time of ['14:05', '14:08', '14:21', '14:51', '15:40']) {
      office.moveTo(`2025-10-23 ${time}`);
      await expect(runSync(down), time).rejects.toMatchObject({ code: 'mail.unreachable' });
      const [finding, ...others] = await told();
      expect(others).toEqual([]);
      expect(finding?.found).toBe(
        `từ 14:05 ngày 23/10/2025 máy chủ thư chưa nhận thư nào: ${outage.inWords}; 3 thư đang chờ`,
      );
    }
    expect(await office.syncAt('2025-10-23 15:55')).toMatchObject({ sent: 3, failed: 0 });
    const mails = (await office.mails()).map(({ messageId }) => messageId);
    expect(new Set(mails).size).toBe(mails.length);
    for (const unit of ['HPG', 'HUE']) expect(await office.mailsTo(unit)).toHaveLength(1);
    expect(await told()).toEqual([]);
    expect(await office.sync()).toMatchObject({ googleCalls: 2 });
  },
);

test('what waited for a server goes with the first run that finds it back, not when its pause is over', async () => {
  const down = { ...office.workspace.config, SMTP_URL: 'smtp://127.0.0.1:1' };
  for (const time of ['08:30', '08:50', '09:30']) {
    office.moveTo(`2025-10-24 ${time}`);
    await expect(runSync(down)).rejects.toMatchObject({ code: 'mail.unreachable' });
  }
  expect(await office.syncAt('2025-10-24 09:35')).toMatchObject({ failed: 0 });
  for (const unit of ['HPG', 'HUE']) expect(await office.mailsTo(unit)).toHaveLength(1);
  expect(await told()).toEqual([]);
  expect(await office.syncAt('2025-10-24 09:45')).toMatchObject({ sent: 0, googleCalls: 2 });
});

test('an outage is over when nothing waits for the server any more', async () => {
  const down = { ...office.workspace.config, SMTP_URL: 'smtp://127.0.0.1:1' };
  await expect(runSync(down)).rejects.toMatchObject({ code: 'mail.unreachable' });
  await office.type(rounds, ROUND, 'Duyệt gửi', false);
  await office.type(contacts, 'BXD-1', 'Đang dùng', false);
  office.moveTo('2025-10-23 14:30');
  await runSync(down);
  expect(await told()).toEqual([]);
});

test('addresses that refuse for now are no outage', async () => {
  await office.breakMail({ kind: 'refuse-temporary' });
  expect(await office.sync()).toMatchObject({ sent: 0, failed: 3 });
  expect(await told()).toEqual([]);
});
