import { beforeEach, describe, expect, test } from 'vitest';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, mailboxOf, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

/** A recipient whom the server puts off while it takes the others gets the same mail later, alone. */
const office = useOffice();
const SECOND = 'hpg-hai';

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG'] });
  const second = { 'Mã liên hệ': 'HPG-2', 'Đơn vị': 'HPG', 'Vai trò': 'Đầu mối', 'Đang dùng': true };
  await office.add(contacts, { ...second, 'E-mail': mailboxOf(SECOND) });
});

const putOff = (times?: number) =>
  office.breakMail({ kind: 'refuse-temporary', to: mailboxOf(SECOND), ...(times && { times }) });
const idsTo = async (who: string) => (await office.mailsTo(who)).map(({ messageId }) => messageId);
const rowsOf = async (part: string) => (await office.rowsOf(ledger)).filter(({ key }) => key.includes(`HPG/${part}/`));
const statesOf = async (part: string) => (await rowsOf(part)).map(({ state }) => state);
const findingsOn = async (row: string) => (await office.errors()).filter((one) => one.row === row);

test('put off once, it gets the very same mail after a quarter of an hour, and the other gets it once', async () => {
  await putOff(1);
  expect(await office.sync()).toMatchObject({ failed: 0 });
  await office.syncAt('2025-10-23 14:15');
  expect(await idsTo(SECOND)).toEqual([]);
  expect(await office.syncAt('2025-10-23 14:21')).toMatchObject({ sent: 1, failed: 0 });
  const [mail, ...others] = await office.mailsTo(SECOND);
  expect(others).toEqual([]);
  expect(mail?.envelope.to).toEqual([mailboxOf(SECOND)]);
  const [first] = await office.mailsTo('HPG');
  expect([mail?.messageId, mail?.subject, mail?.text]).toEqual([first?.messageId, first?.subject, first?.text]);
  expect(await office.mailsTo('HPG')).toHaveLength(1);
  expect(await statesOf('moi')).toEqual(['đang gửi', 'đã gửi', 'chờ người nhận còn lại', 'đang gửi', 'đã gửi thêm']);
  expect((await rowsOf('moi'))[2]?.contacts).toMatch(/^HPG-2#[0-9a-f]{6}$/);
  expect(await office.syncAt('2025-10-23 14:40')).toMatchObject({ sent: 0, googleCalls: 2 });
});

test('while it waits the unit has been told: the ladder goes on, and what is left takes nobody its place', async () => {
  await office.type(settingsTab, 'Hạn mức thư mỗi ngày', 'Giá trị', 1);
  await putOff();
  await office.sync();
  await office.syncAt('2025-10-29 08:30');
  expect(await office.mailsTo('HPG')).toHaveLength(2);
  await office.breakMail();
  await office.syncAt('2025-10-29 15:30');
  const [own, first] = [await idsTo(SECOND), await idsTo('HPG')];
  expect(own.toSorted()).toEqual(first.toSorted());
});

test('a late notice keeps its number and its days, however late the last reader gets it', async () => {
  await office.sync();
  for (const day of ['24', '29']) await office.syncAt(`2025-10-${day} 08:30`);
  await putOff();
  await office.syncAt('2025-10-30 08:30');
  await office.breakMail();
  await office.syncAt('2025-10-31 08:30');
  const late = (mails: Awaited<ReturnType<typeof office.mails>>) =>
    mails.filter(({ subject }) => /quá hạn/i.test(subject));
  const [first, ...more] = late(await office.mailsTo('HPG'));
  const [mail, ...others] = late(await office.mailsTo(SECOND));
  expect([more, others]).toEqual([[], []]);
  expect(first?.subject).toBeDefined();
  expect([mail?.messageId, mail?.subject, mail?.text]).toEqual([first?.messageId, first?.subject, first?.text]);
  expect(new Set((await rowsOf('qua-han')).map(({ kind }) => kind))).toEqual(new Set(['Quá hạn lần 1']));
});

test('a contact whose address is mended meanwhile gets it there, and nobody else again', async () => {
  await putOff();
  await office.sync();
  await office.type(contacts, 'HPG-2', 'E-mail', mailboxOf('hpg-moi'));
  await office.syncAt('2025-10-23 14:21');
  expect(await idsTo('hpg-moi')).toEqual(await idsTo('HPG'));
  expect(await idsTo(SECOND)).toEqual([]);
  expect((await statesOf('moi')).at(-1)).toBe('đã gửi thêm');
});

describe('nothing more is owed', () => {
  beforeEach(async () => {
    await putOff();
    await office.sync();
  });

  test('to a contact that was taken out of Danh bạ', async () => {
    await office.type(contacts, 'HPG-2', 'Đang dùng', false);
    await office.syncAt('2025-10-23 14:30');
    expect((await statesOf('moi')).at(-1)).toBe('không cần nữa');
    await office.breakMail();
    await office.syncAt('2025-10-23 16:00');
    expect(await idsTo(SECOND)).toEqual([]);
  });

  test('once the server refuses for good: only that contact is named', async () => {
    await office.breakMail({ kind: 'refuse-permanent', to: mailboxOf(SECOND) });
    await office.syncAt('2025-10-23 14:30');
    expect((await statesOf('moi')).at(-1)).toBe('không gửi được');
    expect(await findingsOn('HPG-2')).toHaveLength(1);
    expect(await findingsOn('HPG-1')).toEqual([]);
    await office.syncAt('2025-10-23 16:00');
    expect((await statesOf('moi')).filter((state) => state === 'đang gửi')).toHaveLength(2);
  });

  test('of a reminder when the report is there', async () => {
    await office.syncAt('2025-10-29 08:30');
    await office.file('HPG', fullReport('HPG'));
    await office.syncAt('2025-10-29 08:50');
    expect((await statesOf('nhac')).at(-1)).toBe('đã nộp');
    await office.breakMail();
    await office.syncAt('2025-10-29 15:00');
    expect((await office.mailsTo(SECOND)).filter(({ subject }) => /nhắc/i.test(subject))).toEqual([]);
  });
});
