import { beforeEach, expect, test } from 'vitest';
import { mailPlan, tracking } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, mailboxOf, useOffice } from '../support/office.ts';

const office = useOffice();

beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'HUE'], deadline: '29/10/2025' });
  const agency = { 'Mã liên hệ': 'BTP-1', 'Đơn vị': 'BTP', 'Vai trò': 'Đầu mối', 'E-mail': mailboxOf('BTP') };
  await office.add(contacts, { ...agency, 'Đang dùng': true });
  await office.syncAt('2025-10-23 14:05');
});

const subjectsTo = async (unit: string) => (await office.mailsTo(unit)).map(({ subject }) => subject);
const aTask = {
  'Mã nhiệm vụ': 'T-1',
  'Văn bản giao': '12/TB-VPCP ngày 20/10/2025',
  'Khoản, mục': 'II.7',
  'Nội dung nhiệm vụ': 'Góp ý dự thảo quy chế.',
  'Chủ trì': 'BTP',
  'Thời hạn (nguyên văn)': 'trước ngày 28 tháng 10 năm 2025',
  'Loại thời hạn': 'Trước ngày',
  'Hạn cuối': '27/10/2025',
  'Duyệt nhắc': true,
};

test('a row just typed mails nobody before a run has shown it; then its agency hears of clause and deadline', async () => {
  await office.add(tasks, aTask);
  await office.syncAt('2025-10-27 08:30');
  expect(await subjectsTo('BTP')).toEqual([]);
  const shown = (await office.rowsOf(mailPlan)).filter(({ key }) => key?.startsWith('T-1/BTP/'));
  expect(shown[0]?.why).toContain('Lịch thư');
  await office.syncAt('2025-10-27 08:40');
  await office.syncAt('2025-10-28 08:30');
  const [late, ...others] = await office.mailsTo('BTP');
  expect([late?.subject, others]).toEqual(['[Quá hạn] 01 nhiệm vụ đô thị thông minh chưa hoàn thành – Bộ Tư pháp', []]);
  expect(late?.text).toContain(
    'Theo 12/TB-VPCP ngày 20/10/2025 (II.7), thời hạn "trước ngày 28 tháng 10 năm 2025", hạn cuối hết ngày 27/10/2025, quá hạn 01 ngày làm việc: Góp ý dự thảo quy chế.',
  );
});

test('who takes part hears so once, by a mail of its own or along with another; who joins later hears then', async () => {
  for (const unit of ['VPCP', 'BCA'])
    await office.add(contacts, {
      'Mã liên hệ': `${unit}-1`,
      'Đơn vị': unit,
      'Vai trò': 'Đầu mối',
      'E-mail': mailboxOf(unit),
      'Đang dùng': true,
    });
  const exact = 'Bộ Tư pháp chủ trì, phối hợp với Văn phòng Chính phủ, các cơ quan liên quan góp ý dự thảo quy chế.';
  await office.add(tasks, { ...aTask, 'Nguyên văn': exact, 'Phối hợp': 'VPCP' });
  await office.add(tasks, { ...aTask, 'Mã nhiệm vụ': 'T-2', 'Chủ trì': 'BCA' });
  await office.syncAt('2025-10-24 08:30');
  expect(await subjectsTo('VPCP')).toEqual([]);
  const shown = (await office.rowsOf(mailPlan)).find(({ key }) => key?.startsWith('T-1/VPCP/'));
  expect(shown).toMatchObject({ kind: 'Nhiệm vụ phối hợp', state: 'Giữ lại' });
  await office.syncAt('2025-10-24 08:40');
  const [mail] = await office.mailsTo('VPCP');
  expect(mail?.subject).toBe('[Phối hợp] 01 nhiệm vụ đô thị thông minh – Văn phòng Chính phủ');
  expect(mail?.text).toContain(
    `– Theo 12/TB-VPCP ngày 20/10/2025 (II.7), Bộ Tư pháp chủ trì, thời hạn "trước ngày 28 tháng 10 năm 2025", hạn cuối hết ngày 27/10/2025: "${exact}"`,
  );
  expect(mail?.text).toMatch(/để Quý cơ quan biết.*không phải trả lời.*liên hệ đầu mối.*Đầu mối: /s);
  // On the last working day before that of a task of its own another joins.
  await office.type(tasks, 'T-1', 'Phối hợp', 'VPCP; BCA');
  await office.syncAt('2025-10-24 15:55');
  await office.syncAt('2025-10-27 08:30');
  const [both, ...others] = await office.mailsTo('BCA');
  expect([both?.subject, others]).toEqual(['[Nhắc việc] 01 nhiệm vụ đô thị thông minh – Bộ Công an', []]);
  expect(both?.text).toMatch(
    /Sắp đến hạn:\n– .*hôm nay là ngày cuối.*đơn vị phối hợp thực hiện .*:\n– .*Bộ Tư pháp chủ trì/s,
  );
  for (const day of ['28', '29', '30']) await office.syncAt(`2025-10-${day} 08:30`);
  expect([await subjectsTo('VPCP'), (await subjectsTo('BCA')).filter((one) => one.includes('Phối hợp'))]).toEqual([
    [mail?.subject],
    [],
  ]);
});

test('more time is told and takes back what was said; a cell edited after the approval holds the mail and says so', async () => {
  await office.add(tasks, aTask);
  await office.syncAt('2025-10-27 08:30');
  await office.syncAt('2025-10-27 08:40');
  await office.syncAt('2025-10-28 08:30');
  const about = { 'Kỳ hoặc nhiệm vụ': 'T-1', 'Đơn vị': 'BTP', 'Giá trị': '10/11/2025', 'Lý do': 'Chờ ý kiến' };
  await office.decide('Gia hạn', { 'Thời điểm': '28/10/2025 09:00', ...about });
  await office.syncAt('2025-10-28 09:10');
  await office.syncAt('2025-10-28 09:20');
  const mail = (await office.mailsTo('BTP')).at(-1);
  expect(mail?.subject).toBe('[Hạn mới] 01 nhiệm vụ đô thị thông minh – Bộ Tư pháp');
  expect(mail?.text).toContain(
    'hạn cuối hết ngày 10/11/2025 (đã gia hạn) (trước đây: hết ngày 27/10/2025); lý do: Chờ ý kiến; thông báo quá hạn ngày 28/10/2025 được rút lại',
  );
  await office.type(tasks, 'T-1', 'Hạn điều chỉnh', '11/11/2025');
  await office.syncAt('2025-11-12 08:30');
  await office.syncAt('2025-11-12 08:40');
  expect(await office.mailsTo('BTP')).toHaveLength(2);
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: 'Nhiệm vụ', row: 'T-1', column: 'Duyệt nhắc', level: 'Lỗi' }),
  );
});

test('data from before the system confirmed for all units is shown before the first of them is mailed, and asked first', async () => {
  await office.type(settingsTab, 'Mốc vận hành', 'Giá trị', '23/10/2025 08:00');
  await office.type(tasks, 'N382-II3c', 'Duyệt nhắc', true);
  await office.syncAt('2025-10-24 08:40');
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ tab: 'Nhiệm vụ', column: 'Hạn cuối', found: expect.stringContaining('N382-II3c (') }),
  );
  const all = { 'Thời điểm': '24/10/2025 08:45', 'Kỳ hoặc nhiệm vụ': 'N382-II3c', 'Đơn vị': '' };
  await office.decide('Xác nhận dữ liệu trước vận hành', all);
  await office.syncAt('2025-10-24 08:50');
  expect([await subjectsTo('BTP'), (await subjectsTo('HPG')).length]).toEqual([[], 1]);
  const shown = (await office.rowsOf(mailPlan)).filter(({ key }) => key?.startsWith('N382-II3c/HPG/'));
  expect(shown.map(({ state }) => state)).toContain('Giữ lại');
  await office.syncAt('2025-10-24 09:00');
  expect((await subjectsTo('HPG')).at(-1)).toBe('[Nhắc việc] 01 nhiệm vụ đô thị thông minh – Hải Phòng');
  expect((await office.mailsTo('HPG')).at(-1)?.text).toContain(
    'cho biết kết quả thực hiện 01 nhiệm vụ nêu dưới đây, trước 16:00 ngày 28/10/2025',
  );
});

test('decisions on the task of a round act on the round', async () => {
  const of = (unit: string, at: string, more = {}) => ({
    'Thời điểm': `24/10/2025 ${at}`,
    'Kỳ hoặc nhiệm vụ': 'L12112-BC',
    'Đơn vị': unit,
    ...more,
  });
  await office.decide('Hoàn thành nhiệm vụ', of('HUE', '09:00', { 'Giá trị': '24/10/2025' }));
  await office.decide('Gia hạn', of('HPG', '09:00', { 'Giá trị': '07/11/2025' }));
  await office.syncAt('2025-10-24 09:10');
  expect((await subjectsTo('HPG')).at(-1)).toContain('[Gia hạn]');
  for (const day of ['28', '29', '30']) await office.syncAt(`2025-10-${day} 08:30`);
  const filing = (await office.rowsOf(tracking)).find(({ unit }) => unit === 'HUE')?.filing;
  expect(filing).not.toBe('Chưa gửi');
  expect(await subjectsTo('HUE')).toHaveLength(1);
  expect((await subjectsTo('HPG')).filter((subject) => subject.includes('Quá hạn'))).toEqual([]);
  expect((await office.findings()).filter(({ tab }) => tab === 'Quyết định')).toEqual([]);
});
