import { beforeEach, describe, expect, test } from 'vitest';
import { mailPlan, progress, tracking } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts, units } from '../../sheets-schema/tabs/units.ts';
import { at } from '../domain/notices/notice-world.ts';
import { askTheCities, mailboxOf, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

/** Mails to a city since the invitation, by what their subjects begin with. */
const kindsTo = async (unit: string) =>
  (await office.mailsTo(unit)).map(({ subject }) => /^\[([^\]–]*)/.exec(subject)?.[1]?.trim());
const lastTextTo = async (unit: string) => (await office.mailsTo(unit)).at(-1)?.text ?? '';
const typeDeadline = (day: string) => office.type(rounds, ROUND, 'Hạn điều chỉnh', day);
const isLate = (kind: string | undefined) => kind === 'Quá hạn';
const tracked = async (unit: string) => (await office.rowsOf(tracking)).find((row) => row.unit === unit);
const formWords = async () => {
  const forms = [...office.workspace.emulator.forms.store.all()];
  return JSON.stringify(forms.map(({ content }) => content.info.description));
};

describe('a deadline that was told', () => {
  beforeEach(async () => {
    await askTheCities(office, { cities: ['HPG', 'HUE'] });
    await office.sync();
  });

  test('25/10 typed for 29/10 and mended five minutes later: nobody hears of it, the form never shows it', async () => {
    await office.syncAt('2025-10-27 08:30');
    const before = await formWords();
    const heard = await kindsTo('HPG');
    await typeDeadline('25/10/2025');
    await office.syncAt('2025-10-27 09:00');
    expect(await office.errors()).toContainEqual(
      expect.objectContaining({
        tab: 'Kỳ báo cáo',
        column: 'Hạn điều chỉnh',
        found: expect.stringMatching(/^hết ngày 25\/10\/2025; kỳ đã được duyệt với hết ngày 29\/10\/2025/),
      }),
    );
    await typeDeadline('29/10/2025');
    await office.syncAt('2025-10-27 09:05');
    expect(await office.errors()).toEqual([]);
    expect(await kindsTo('HPG')).toEqual(heard);
    expect(await formWords()).toBe(before);
  });

  test('a wrong year, a day that is none, an emptied cell: all goes on by what was approved, only late notices rest', async () => {
    for (const typed of ['29/10/2024', '31/11/2025', '']) {
      await typeDeadline(typed);
      await office.syncAt('2025-10-29 08:30');
      expect(await kindsTo('HPG'), typed).toContain('Nhắc việc');
      expect((await tracked('HPG'))?.explained, typed).toContain('điều phối viên ấn định hết ngày 29/10/2025');
      await office.syncAt('2025-10-30 08:30');
      expect((await kindsTo('HPG')).some(isLate), typed).toBe(false);
    }
    await typeDeadline('29/10/2025');
    await office.syncAt('2025-10-30 09:00');
    expect(await kindsTo('HPG')).toContain('Quá hạn');
  });

  test('a later day waits for a decision, then is told at once beside the mail of the day', async () => {
    await office.syncAt('2025-10-29 08:30');
    await typeDeadline('31/10/2025');
    await office.syncAt('2025-10-29 08:40');
    expect(await kindsTo('HPG')).not.toContain('Gia hạn');
    await office.decide('Gia hạn', { 'Thời điểm': '29/10/2025 08:50', 'Giá trị': '31/10/2025' });
    await office.syncAt('2025-10-29 09:00');
    expect((await kindsTo('HPG')).slice(-2)).toEqual(['Nhắc việc', 'Gia hạn']);
    expect(await formWords()).toContain('hết ngày 31/10/2025, trừ đơn vị được gia hạn riêng');
    expect(await office.errors()).toEqual([]);
    await office.syncAt('2025-10-30 08:30');
    await office.syncAt('2025-11-03 08:30');
    expect((await kindsTo('HPG')).filter(isLate)).toHaveLength(1);
  });

  test('two days more and then one day less: both are told, late counts from what was told last', async () => {
    await office.decide('Gia hạn', { 'Thời điểm': '24/10/2025 08:00', 'Đơn vị': 'HPG', 'Giá trị': '31/10/2025' });
    await office.syncAt('2025-10-24 08:30');
    await office.decide('Đồng ý thay đổi', {
      'Thời điểm': '27/10/2025 08:00',
      'Đơn vị': 'HPG',
      'Giá trị': '30/10/2025',
      'Lý do': 'Tổ công tác họp sớm một ngày.',
    });
    await office.syncAt('2025-10-27 08:30');
    const text = await lastTextTo('HPG');
    expect(text).toContain('theo thời hạn đã thay đổi: hết ngày 30/10/2025.');
    expect(text).toContain('Thời hạn đã báo trước đây: hết ngày 31/10/2025;');
    await office.syncAt('2025-10-31 08:30');
    expect(await lastTextTo('HPG')).toContain('hạn cuối là hết ngày 30/10/2025');
    expect((await kindsTo('HUE')).filter(isLate)).toHaveLength(1);
  });

  test('an extension withdrawn: it stays a promise until somebody agrees to another day, which is told first', async () => {
    await office.decide('Gia hạn', { 'Thời điểm': '28/10/2025 08:00', 'Đơn vị': 'HPG', 'Giá trị': '03/11/2025' });
    await office.syncAt('2025-10-28 08:30');
    const withdrawn = { 'Thời điểm': '30/10/2025 09:00', 'Đơn vị': 'HPG', 'Giá trị': 'Gia hạn' };
    await office.decide('Rút lại', withdrawn);
    await office.syncAt('2025-10-31 08:30');
    expect((await kindsTo('HPG')).some(isLate)).toBe(false);
    expect(await office.errors()).toContainEqual(
      expect.objectContaining({ found: expect.stringContaining('thời hạn đã ghi nhận không tự rút') }),
    );
    const agreed = { 'Thời điểm': '31/10/2025 09:00', 'Đơn vị': 'HPG', 'Giá trị': '29/10/2025' };
    await office.decide('Đồng ý thay đổi', agreed);
    await office.syncAt('2025-10-31 09:10');
    await office.syncAt('2025-11-03 08:30');
    expect((await kindsTo('HPG')).at(-1)).toBe('Thay đổi thời hạn');
    expect(await lastTextTo('HPG')).toMatch(/trước 16:00 ngày 05\/11\/2025\. Thời hạn .* đến nay đã qua/);
    await office.syncAt('2025-11-05 08:30');
    expect((await kindsTo('HPG')).some(isLate)).toBe(false);
    await office.syncAt('2025-11-06 08:30');
    expect((await kindsTo('HPG')).at(-1)).toBe('Quá hạn');
  });

  test('a day given and taken back before a run saw it was never given; one that takes from who has filed accuses nobody', async () => {
    const given = { 'Thời điểm': '27/10/2025 08:30', 'Đơn vị': 'HPG' };
    await office.decide('Gia hạn', { ...given, 'Giá trị': '07/11/2025' });
    await office.decide('Rút lại', { ...given, 'Thời điểm': '27/10/2025 08:31', 'Giá trị': 'Gia hạn' });
    for (const moment of ['2025-10-27 08:35', '2025-10-27 08:40']) await office.syncAt(moment);
    expect(await kindsTo('HPG')).not.toContain('Gia hạn');
    expect((await tracked('HPG'))?.explained).not.toContain('07/11/2025');

    office.workspace.emulator.clock.set(at('2025-10-27 09:00'));
    const first = await office.file('HUE', fullReport('HUE'));
    await office.syncAt('2025-10-27 09:05');
    await office.decide('Đồng ý thay đổi', { 'Thời điểm': '28/10/2025 08:30', 'Giá trị': '24/10/2025' });
    await office.syncAt('2025-10-28 08:40');
    await office.file('HUE', fullReport('HUE'), { responseId: first });
    await office.syncAt('2025-10-28 10:05');
    expect(await lastTextTo('HUE')).toContain('29/10/2025');
    expect(await lastTextTo('HUE')).not.toMatch(/24\/10\/2025|sau thời hạn/);
  });

  test('more time granted while mail is off and over before it is on: the city is asked, not accused', async () => {
    await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Tắt');
    await office.decide('Gia hạn', { 'Thời điểm': '24/10/2025 08:00', 'Đơn vị': 'HPG', 'Giá trị': '31/10/2025' });
    await office.syncAt('2025-10-24 08:30');
    await office.type(settingsTab, 'Gửi thư', 'Giá trị', 'Bật');
    await office.syncAt('2025-11-04 08:30');
    expect((await kindsTo('HPG')).at(-1)).toBe('Thay đổi thời hạn');
    expect(await lastTextTo('HPG')).toContain('là hết ngày 31/10/2025, đến nay đã qua');
    expect((await kindsTo('HUE')).at(-1)).toBe('Quá hạn');
    await office.syncAt('2025-11-07 08:30');
    expect((await kindsTo('HPG')).at(-1)).toBe('Quá hạn');
  });

  test('unticking holds the mail; ticking again is no new approval', async () => {
    await office.type(rounds, ROUND, 'Duyệt gửi', false);
    await typeDeadline('05/11/2025');
    await office.syncAt('2025-10-29 08:30');
    expect(await kindsTo('HPG')).toEqual(['Đề nghị gửi báo cáo']);
    await office.type(rounds, ROUND, 'Duyệt gửi', true);
    await office.syncAt('2025-10-29 09:00');
    await office.syncAt('2025-10-29 09:10');
    expect((await tracked('HPG'))?.explained).not.toContain('05/11/2025');
    expect(await lastTextTo('HPG')).toContain('hết ngày 29/10/2025');
  });

  test('a document that told the earlier day is as good as a mail', async () => {
    const matter = { 'Thời điểm': '24/10/2025 08:00', 'Giá trị': '27/10/2025' };
    await office.decide('Đồng ý thay đổi', matter);
    await office.decide('Đã báo bằng văn bản', {
      'Thời điểm': '24/10/2025 08:01',
      'Giá trị': '12200/BXD-PTĐT; 24/10/2025',
    });
    await office.syncAt('2025-10-24 08:30');
    expect(await kindsTo('HPG')).not.toContain('Thay đổi thời hạn');
    await office.syncAt('2025-10-28 08:30');
    expect((await kindsTo('HPG')).at(-1)).toBe('Quá hạn');
  });

  test("a unit's own extension that ends before the round's new day gives way to it", async () => {
    await office.decide('Gia hạn', { 'Thời điểm': '24/10/2025 08:00', 'Đơn vị': 'HPG', 'Giá trị': '31/10/2025' });
    await office.syncAt('2025-10-24 08:30');
    await office.decide('Gia hạn', { 'Thời điểm': '27/10/2025 08:00', 'Giá trị': '05/11/2025' });
    await office.syncAt('2025-10-27 08:30');
    expect((await tracked('HPG'))?.effective?.toString()).toBe('2025-11-05');
    expect(await lastTextTo('HPG')).toContain('Thời hạn trước khi gia hạn: hết ngày 31/10/2025.');
    await office.syncAt('2025-11-03 08:30');
    expect((await kindsTo('HPG')).some(isLate)).toBe(false);
  });

  test('a city that no address reaches is never said to have been told; the leaders hear just that', async () => {
    await office.breakMail({ kind: 'refuse-permanent', to: mailboxOf('HPG') });
    await office.syncAt('2025-10-30 08:30');
    await office.syncAt('2025-11-03 09:00');
    await office.syncAt('2025-11-06 08:30');
    expect((await office.mailsTo('lanhdao')).map(({ text }) => text).join()).toContain('Hải Phòng');
  });

  test('a unit that is new in a group is late for nothing it was never asked, neither of the round nor of the register', async () => {
    await office.type(tasks, 'N382-II1a-2', 'Hạn điều chỉnh', '27/10/2025');
    await office.type(tasks, 'N382-II3a-3', 'Hạn điều chỉnh', '07/11/2025');
    await office.type(tasks, 'N382-II1a-2', 'Duyệt nhắc', true);
    await office.type(tasks, 'N382-II3a-3', 'Duyệt nhắc', true);
    await office.sync();
    await office.syncAt('2025-10-27 08:30');
    await office.syncAt('2025-10-28 08:30');
    expect((await office.mailsTo('HPG')).at(-1)?.text).toContain('(II.1.a, đoạn 2)');
    await office.add(units, {
      Mã: 'QNH',
      'Tên chính thức': 'Ủy ban nhân dân tỉnh Quảng Ninh',
      'Tên gọi': 'Quảng Ninh',
      Nhóm: 'TP-TW; TV-TCT',
    });
    const contact = { 'Mã liên hệ': 'QNH-1', 'Đơn vị': 'QNH', 'Vai trò': 'Đầu mối', 'E-mail': mailboxOf('QNH') };
    await office.add(contacts, { ...contact, 'Đang dùng': true });
    for (const day of ['29', '30', '31']) await office.syncAt(`2025-10-${day} 08:30`);
    const toNewcomer = async () => (await office.mailsTo('QNH')).map(({ text }) => text).join();
    expect(await toNewcomer()).not.toMatch(/II\.1\.a, đoạn 2|12112/);
    expect(
      (await office.rowsOf(progress)).find(({ task, unit }) => task === 'N382-II1a-2' && unit === 'QNH')?.state,
    ).toContain('Dữ liệu trước vận hành – chờ xác nhận');
    await office.syncAt('2025-11-10 08:30');
    expect((await office.mailsTo('QNH')).at(-1)?.subject).toContain('[Quá hạn] 01 nhiệm vụ');
    expect(await toNewcomer()).toContain('(II.3.a)');
    expect(await toNewcomer()).not.toMatch(/II\.1\.a, đoạn 2|12112/);
    const confirm = { 'Thời điểm': '10/11/2025 09:00', 'Kỳ hoặc nhiệm vụ': 'N382-II1a-2', 'Đơn vị': 'QNH' };
    await office.decide('Xác nhận dữ liệu trước vận hành', confirm);
    await office.syncAt('2025-11-10 16:05');
    await office.syncAt('2025-11-11 08:30');
    expect((await office.mailsTo('QNH')).at(-1)?.text).toContain('(II.1.a, đoạn 2)');
  });

  test('a seventh city joins by decision: invited first, late only by its own day', async () => {
    await office.add(units, {
      Mã: 'QNH',
      'Tên chính thức': 'Ủy ban nhân dân tỉnh Quảng Ninh',
      'Tên gọi': 'Quảng Ninh',
    });
    await office.add(contacts, {
      'Mã liên hệ': 'QNH-1',
      'Đơn vị': 'QNH',
      'Vai trò': 'Đầu mối',
      'E-mail': mailboxOf('QNH'),
      'Đang dùng': true,
    });
    await office.decide('Bổ sung đơn vị', {
      'Thời điểm': '29/10/2025 16:30',
      'Đơn vị': 'QNH',
      'Giá trị': '30/10/2025',
    });
    await office.syncAt('2025-10-30 08:30');
    expect(await kindsTo('QNH')).toEqual([]);
    expect(await office.errors()).toContainEqual(
      expect.objectContaining({ found: expect.stringContaining('được bổ sung vào kỳ với hạn hết ngày 30/10/2025') }),
    );
    await office.decide('Gia hạn', { 'Thời điểm': '30/10/2025 09:00', 'Đơn vị': 'QNH', 'Giá trị': '05/11/2025' });
    await office.syncAt('2025-10-30 09:10');
    expect(await kindsTo('QNH')).toEqual(['Đề nghị gửi báo cáo']);
    expect(await lastTextTo('QNH')).toContain('hạn cuối hết ngày 05/11/2025');
    await office.syncAt('2025-11-06 08:30');
    expect((await kindsTo('QNH')).filter(isLate)).toHaveLength(1);
    await office.decide('Rút đơn vị', { 'Thời điểm': '06/11/2025 09:00', 'Đơn vị': 'QNH' });
    await office.syncAt('2025-11-06 09:10');
    expect(await tracked('QNH')).toBeUndefined();
  });
});

describe('an approval', () => {
  test('given in the letter’s last hours without another day: the new day comes by decision and nobody was called late', async () => {
    await askTheCities(office, { cities: ['HPG'], deadline: '' });
    await office.sync();
    await typeDeadline('29/10/2025');
    await office.syncAt('2025-10-24 08:30');
    expect((await kindsTo('HPG')).some(isLate)).toBe(false);
    await office.decide('Gia hạn', { 'Thời điểm': '24/10/2025 09:00', 'Giá trị': '29/10/2025' });
    await office.syncAt('2025-10-24 09:10');
    expect(await kindsTo('HPG')).toEqual(['Đề nghị gửi báo cáo', 'Gia hạn']);
    await office.syncAt('2025-10-30 08:30');
    expect((await kindsTo('HPG')).filter(isLate)).toHaveLength(1);
  });

  test('acts on what a run has shown, not on what is typed in the same moment', async () => {
    await askTheCities(office, { cities: ['HPG'] });
    await typeDeadline('29/11/2025');
    await office.sync();
    expect(await kindsTo('HPG')).toEqual([]);
    expect(await office.findings()).toContainEqual(
      expect.objectContaining({ column: 'Duyệt gửi', found: expect.stringContaining('Lịch thư chưa kịp hiện') }),
    );
    await typeDeadline('29/10/2025');
    await office.syncAt('2025-10-23 14:15');
    await office.syncAt('2025-10-23 14:25');
    expect(await lastTextTo('HPG')).toContain('hạn cuối hết ngày 29/10/2025');
    expect((await office.rowsOf(mailPlan)).length).toBeGreaterThan(0);
  });

  test('of a day that nobody means is none', async () => {
    await askTheCities(office, { cities: ['HPG'], deadline: '29/10/2035' });
    await office.sync();
    expect(await kindsTo('HPG')).toEqual([]);
    expect(await office.errors()).toContainEqual(
      expect.objectContaining({ column: 'Hạn điều chỉnh', found: expect.stringContaining('xa hơn 400 ngày') }),
    );
  });
});
