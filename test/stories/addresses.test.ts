import { beforeEach, describe, expect, test } from 'vitest';
import { runDoctor } from '../../functions/app.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { overview } from '../../sheets-schema/tabs/projections.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, mailboxOf, useOffice } from '../support/office.ts';

const office = useOffice();
beforeEach(() => askTheCities(office, { cities: ['HPG', 'HUE'] }));

const second = { 'Mã liên hệ': 'HPG-2', 'Đơn vị': 'HPG', 'Vai trò': 'Đầu mối', 'Đang dùng': true };
/** What is said of contacts and settings. */
const told = async () =>
  (await office.findings())
    .filter(({ tab }) => tab === contacts.title || tab === settingsTab.title)
    .map(({ level, tab, row, column }) => [level, tab, row, column].join(' › '));
const toHaiPhong = async () => (await office.mails()).filter(({ subject }) => subject.includes('Hải Phòng'));

describe('what stands in a cell of Danh bạ', () => {
  test.each([`${mailboxOf('HPG')},`, `Sở Xây dựng <${mailboxOf('HPG')}>`, `mailto:${mailboxOf('HPG')}\n`])(
    'is put right where it can be, and told: %j',
    async (typed) => {
      await office.type(contacts, 'HPG-1', 'E-mail', typed);
      expect(await office.sync()).toMatchObject({ failed: 0 });
      expect(await office.mailsTo('HPG')).toHaveLength(1);
      expect(await told()).toEqual(['Lưu ý › Danh bạ › HPG-1 › E-mail']);
    },
  );

  test('may be several addresses: each gets the mail, and only the one that is refused is named', async () => {
    await office.type(contacts, 'HPG-1', 'E-mail', `${mailboxOf('HPG')}; ${mailboxOf('cu')}`);
    await office.breakMail({ kind: 'refuse-permanent', to: mailboxOf('cu') });
    expect(await office.sync()).toMatchObject({ failed: 0 });
    expect(await office.mailsTo('HPG')).toHaveLength(1);
    const found = (await office.errors()).map(({ row, found }) => [row, found]);
    expect(found).toEqual([['HPG-1', `"${mailboxOf('cu')}" không nhận thư`]]);
    const sent = (await office.rowsOf(ledger)).find(({ unit, state }) => unit === 'HPG' && state === 'đã gửi');
    expect(sent?.contacts).toMatch(/^HPG-1#[0-9a-f]{6}$/);
    expect(sent?.reason).toContain('d***@cu.example: 550');
  });

  test.each(['sxd@hpg', 'sở.xd@hpg.example', 'a,b@hpg.example', `${'x'.repeat(300)}@hpg.example`])(
    'and is no address costs nobody else the mail: %s',
    async (typed) => {
      await office.add(contacts, { ...second, 'E-mail': typed });
      expect(await office.sync()).toMatchObject({ failed: 0 });
      expect([await office.mailsTo('HPG'), await office.mailsTo('HUE')].map((mails) => mails.length)).toEqual([1, 1]);
      expect(await told()).toEqual(['Lỗi › Danh bạ › HPG-2 › E-mail']);
    },
  );

  test('is one reader where it stands in two rows', async () => {
    await office.add(contacts, { ...second, 'E-mail': mailboxOf('HPG').toUpperCase() });
    await office.sync();
    expect((await toHaiPhong()).map(({ envelope }) => envelope.to)).toEqual([[mailboxOf('HPG')]]);
    expect((await office.findings()).map(({ row, found }) => `${row}: ${found}`)).toContainEqual(
      expect.stringMatching(/^HPG-2: .* đã có ở dòng HPG-1$/),
    );
  });

  test('is asked about where it stands under two units: who reads it has the links of both', async () => {
    await office.type(contacts, 'HPG-1', 'E-mail', mailboxOf('HUE'));
    expect(await office.sync()).toMatchObject({ failed: 0 });
    expect(await told()).toEqual(['Lưu ý › Danh bạ › HUE-1 › E-mail']);
    await office.type(contacts, 'HPG-1', 'E-mail', mailboxOf('HPG'));
    await office.sync();
    expect(await told()).toEqual([]);
  });

  test('is held alone when every reader of a unit is refused, each named with the reason of its own', async () => {
    await office.add(contacts, { ...second, 'E-mail': mailboxOf('day') });
    await office.breakMail(
      { kind: 'refuse-permanent', to: mailboxOf('HPG') },
      { kind: 'refuse-temporary', to: mailboxOf('day') },
    );
    expect(await office.sync()).toMatchObject({ failed: 1 });
    expect((await office.errors()).map(({ row }) => row)).toEqual(['HPG-1']);
    await office.breakMail({ kind: 'refuse-permanent', to: mailboxOf('HPG') });
    expect(await office.syncAt('2025-10-23 14:30')).toMatchObject({ failed: 0 });
    expect(await office.mailsTo('day')).toHaveLength(1);
  });
});

describe('the group mailbox', () => {
  test('is where answers go', async () => {
    await office.type(settingsTab, 'Hộp thư nhóm', 'Giá trị', `Tổ <${mailboxOf('nhom')}>`);
    await office.sync();
    const [mail] = await office.mailsTo('HPG');
    expect(mail?.headers['reply-to']).toBe(mailboxOf('nhom'));
    expect(mail?.text).toContain(`Bộ Xây dựng – ${mailboxOf('nhom')}.`);
    expect(await told()).toEqual(['Lưu ý › Cài đặt › Hộp thư nhóm › Giá trị']);
  });

  test.each(['nhóm', `${mailboxOf('a')}; ${mailboxOf('b')}`, ''])(
    'that is %j is told and left out; the mail goes on',
    async (typed) => {
      await office.type(settingsTab, 'Hộp thư nhóm', 'Giá trị', typed);
      expect(await office.sync()).toMatchObject({ failed: 0 });
      const [mail] = await office.mailsTo('HPG');
      expect(mail?.headers['reply-to']).toBeUndefined();
      expect(mail?.text).toMatch(/^Đầu mối: .*Bộ Xây dựng\.$/m);
      expect(await told()).toEqual(['Lỗi › Cài đặt › Hộp thư nhóm › Giá trị']);
    },
  );
});

test('a register without a coordinator says so wherever somebody may look', async () => {
  await office.type(contacts, 'BXD-1', 'Đang dùng', false);
  await office.sync();
  expect(await told()).toEqual(['Lỗi › Danh bạ › Điều phối › Vai trò']);
  expect(await office.rowsOf(overview)).toContainEqual(
    expect.objectContaining({ label: 'Điều phối viên', value: 'Lỗi: chưa có ai' }),
  );
  const { checks } = await runDoctor(office.workspace.config);
  expect(checks).toContainEqual(expect.objectContaining({ subject: 'Điều phối viên', state: 'broken' }));
});
