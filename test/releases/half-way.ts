import { withoutPlan } from '../../scripts/story/reports.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, mailboxOf, type Office, ROUND } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

/**
 * A round up to its middle, as an office may live it: every state that a later release has to understand. Huế has filed
 * with an official document; Hà Nội's first version is superseded by an edit; Đà Nẵng was asked for what is missing; a
 * report waits for somebody to say that it is Cần Thơ's; Hồ Chí Minh has a later deadline; Hải Phòng was told that it is
 * late, and its leaders will hear of it next.
 */
export async function playHalfARound(office: Office): Promise<void> {
  await furnishByHand(office);
  await office.sync();
  await takeReports(office);
  await passTheDeadline(office);
}

/** What people do besides the one way the guide shows. */
async function furnishByHand(office: Office): Promise<void> {
  await askTheCities(office);
  await office.add(contacts, {
    'Mã liên hệ': 'HPG-2',
    'Đơn vị': 'Hải Phòng',
    'Vai trò': 'Đầu mối',
    'Xưng hô': 'Bà',
    'Họ và tên': 'Lê Thị Ví Dụ',
    'E-mail': mailboxOf('hpg-2'),
    'Đang dùng': true,
  });
  await office.add(contacts, {
    'Mã liên hệ': 'HUE-0',
    'Đơn vị': 'HUE',
    'Vai trò': 'Đầu mối',
    'E-mail': mailboxOf('hue-cu'),
    'Đang dùng': false,
  });
  await office.type(
    templates,
    'Nhắc việc',
    'Tiêu đề',
    '[Nhắc việc] {{ten_don_vi}}: báo cáo đô thị thông minh, hạn cuối {{han_cuoi}}',
  );
  await office.type(rounds, ROUND, 'Ghi chú', 'Công văn đến sau thời hạn nên đặt lại hạn cuối.');
  await office.add(rounds, {
    'Mã kỳ': '2026-01',
    'Tên kỳ': 'Báo cáo tình hình triển khai đô thị thông minh (tháng 01/2026)',
    'Mã nhiệm vụ': 'L12112-BC',
    'Loại văn bản': 'Công văn',
    'Số, ký hiệu': '12112/BXD-PTĐT',
    'Ngày văn bản': '23/10/2025',
    'Cơ quan ban hành': 'Bộ Xây dựng',
    'Thời hạn (nguyên văn)': 'chậm nhất ngày 25/01/2026',
    'Loại thời hạn': 'Chậm nhất',
    'Hạn theo văn bản': '25/01/2026',
    'Mở từ': '05/01/2026 08:00',
    'Phiên bản đề cương': 'PL1-12112',
    'Đơn vị phải báo cáo': 'TP-TW',
    'Trạng thái': 'Chuẩn bị',
    'Duyệt gửi': false,
  });
  await ownColumn(office);
}

/** A column that only people know stands in the midst of ours. */
async function ownColumn(office: Office): Promise<void> {
  const { sheetId, columns } = tasks;
  const startIndex = Object.keys(columns).indexOf('note');
  const cell = (stringValue: string) => ({ values: [{ userEnteredValue: { stringValue } }] });
  await office.edit(
    {
      insertDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 } },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: startIndex },
        rows: [cell('Người theo dõi'), cell('Tổ 1')],
        fields: 'userEnteredValue',
      },
    },
  );
}

async function takeReports(office: Office): Promise<void> {
  office.moveTo('2025-10-24 10:12');
  await office.file('HUE', fullReport('HUE'), { official: { number: '412/BC-UBND', date: '2025-10-24' } });
  await office.breakMail({ kind: 'refuse-temporary', to: mailboxOf('HUE'), times: 1 });
  await office.syncAt('2025-10-24 10:13');
  await office.syncAt('2025-10-24 10:33');
  office.moveTo('2025-10-27 15:40');
  const first = await office.file('HNI', withoutPlan(fullReport('HNI')));
  await office.syncAt('2025-10-27 15:41');
  office.moveTo('2025-10-27 16:20');
  await office.file('HNI', fullReport('HNI'), { responseId: first });
  await office.syncAt('2025-10-27 16:21');
  await office.syncAt('2025-10-28 08:30');
  office.moveTo('2025-10-28 09:05');
  await office.file('DNG', withoutPlan(fullReport('DNG')));
  await office.syncAt('2025-10-28 09:06');
  office.moveTo('2025-10-28 16:50');
  await office.file('CTO', fullReport('CTO'), { code: 'CTO-0000' });
  await office.breakMail({ kind: 'refuse-permanent', to: mailboxOf('CTO'), times: 1 });
  await office.syncAt('2025-10-28 16:51');
}

async function passTheDeadline(office: Office): Promise<void> {
  office.moveTo('2025-10-29 08:20');
  await office.decide('Gia hạn', {
    'Thời điểm': '29/10/2025 08:20',
    'Đơn vị': 'HCM',
    'Giá trị': '05/11/2025',
    'Lý do': 'Thành phố đề nghị tại Công văn số 77/SXD-PTĐT',
  });
  await office.syncAt('2025-10-29 08:30');
  office.moveTo('2025-10-29 10:00');
  await office.type(contacts, 'CTO-1', 'E-mail', mailboxOf('cto-moi'));
  await office.decide('Chấp nhận mục', { 'Thời điểm': '29/10/2025 10:00', 'Đơn vị': 'HNI', 'Mục đề cương': '1.4' });
  await office.decide('Hoàn thành nhiệm vụ', {
    'Thời điểm': '29/10/2025 10:05',
    'Kỳ hoặc nhiệm vụ': 'N382-II3c',
    'Đơn vị': 'HUE',
    'Giá trị': '15/10/2025',
  });
  await office.decide('Tạm dừng nhắc', { 'Thời điểm': '29/10/2025 10:10', 'Đơn vị': 'HUE', 'Lý do': 'Đã gửi đủ' });
  await office.syncAt('2025-10-29 10:11');
  await office.syncAt('2025-10-30 08:30');
  await office.syncAt('2025-10-30 09:10');
  const waiting = (await office.rowsOf(reports)).filter(({ identity }) => identity === 'Chờ xác minh đơn vị');
  if (waiting.length !== 1) throw new Error(`One report should wait for its unit, ${waiting.length} do.`);
}
