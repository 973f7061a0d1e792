import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { copiedPreparation, ownReports, planAlone, section1 } from './reports.ts';
import { city, ROUND, type Stage } from './stage.ts';

/** The letter's own story: signed 23/10/2025 with a deadline "trước ngày 24/10/2025", as six cities may have lived it. */
export async function playStory(stage: Stage): Promise<void> {
  await openTheRound(stage);
  await theFirstReports(stage);
  await theDeadlineNears(stage);
  await theDeadlinePasses(stage);
}

/** Up to the moment before the first mail: whoever wants to live through the round goes on from here. */
export async function prepareTheRound(stage: Stage): Promise<void> {
  const { coordinator } = stage;
  stage.clock('2025-10-23T14:00');
  stage.say(
    'Bộ Xây dựng',
    'ký Công văn 12112/BXD-PTĐT, đề nghị gửi báo cáo "trước ngày 24/10/2025" (hết ngày 23/10, chính ngày ký)',
  );
  for (const code of ['HNI', 'HCM', 'HPG', 'DNG', 'CTO', 'HUE']) {
    await coordinator.add(
      contacts,
      contact(`${code}-1`, code, 'Đầu mối', `dothithongminh@${code.toLowerCase()}.example`),
    );
  }
  await coordinator.add(contacts, contact('BXD-1', 'BXD', 'Điều phối', 'dieuphoi@boxaydung.example'));
  await coordinator.add(contacts, contact('BXD-2', 'BXD', 'Lãnh đạo', 'lanhdaocuc@boxaydung.example'));
  stage.say(
    'điều phối viên',
    'ghi Danh bạ, đặt Hạn điều chỉnh 29/10/2025 vì công văn đến sau thời hạn, mở kỳ; chưa duyệt gửi',
  );
  await coordinator.type(settingsTab, 'Mốc vận hành', 'Giá trị', '23/10/2025 08:00');
  await coordinator.type(rounds, ROUND, 'Hạn điều chỉnh', '29/10/2025');
  await coordinator.type(rounds, ROUND, 'Trạng thái', 'Đang mở');
  await coordinator.type(settingsTab, 'Gửi thư', 'Giá trị', 'Bật');
  await stage.at('2025-10-23T14:05');
}

async function openTheRound(stage: Stage): Promise<void> {
  const { coordinator } = stage;
  await prepareTheRound(stage);
  stage.telling.line('\n  Lịch thư trước khi duyệt: mọi thư gửi thành phố còn giữ lại.');
  await stage.showSchedule();
  stage.clock('2025-10-23T14:20');
  stage.say('điều phối viên', 'xem Lịch thư, đánh dấu Duyệt gửi');
  await coordinator.type(rounds, ROUND, 'Duyệt gửi', true);
  await stage.at('2025-10-23T14:21');
}

function contact(id: string, unit: string, role: string, email: string): Record<string, string | boolean> {
  return { 'Mã liên hệ': id, 'Đơn vị': unit, 'Vai trò': role, 'E-mail': email, 'Đang dùng': true };
}

async function theFirstReports(stage: Stage): Promise<void> {
  await stage.at('2025-10-24T08:30');
  stage.clock('2025-10-24T10:12');
  const plan = { number: '305/KH-UBND', date: '2025-07-30' };
  await stage.file({
    unit: city('HUE'),
    answers: section1('Thành phố Huế', plan),
    official: { number: '412/BC-UBND', date: '2025-10-24' },
  });
  stage.say('Huế', 'gửi báo cáo đủ năm mục, kèm số văn bản chính thức');
  await stage.at('2025-10-24T10:13');
  await stage.at('2025-10-27T08:05');
  stage.clock('2025-10-27T15:40');
  await stage.file({
    unit: city('HNI'),
    answers: ownReports.HNI,
  });
  stage.say('Hà Nội', 'gửi đủ cả Mục 2');
  await stage.at('2025-10-27T15:41');
}

async function theDeadlineNears(stage: Stage): Promise<void> {
  const { coordinator } = stage;
  await stage.at('2025-10-28T08:30');
  stage.clock('2025-10-28T09:05');
  await stage.file({ unit: city('DNG'), answers: { ...ownReports.DNG, '1.3-ly-do': 'Đang cập nhật' } });
  stage.say('Đà Nẵng', 'gửi báo cáo, mục 1.3 chỉ ghi "Đang cập nhật"');
  await stage.at('2025-10-28T09:06');
  stage.clock('2025-10-28T16:50');
  await stage.file({
    unit: city('CTO'),
    answers: { ...ownReports.CTO, ...copiedPreparation(section1('Thành phố Huế', { number: '', date: '' })) },
    code: 'CTO-0000',
  });
  stage.say('Cần Thơ', 'gửi báo cáo nhưng sửa mất mã trong đường dẫn');
  await stage.at('2025-10-28T16:51');
  await stage.show();
  await stage.at('2025-10-29T08:30');
  stage.clock('2025-10-29T09:20');
  const version = await pendingVersion(stage);
  await coordinator.add(decisions, {
    'Thời điểm': '29/10/2025 09:20',
    'Kỳ hoặc nhiệm vụ': ROUND,
    'Đơn vị': 'CTO',
    'Quyết định': 'Xác nhận đơn vị',
    'Giá trị': version,
    'Lý do': 'Đã gọi điện cho Sở Xây dựng Cần Thơ',
    'Người quyết định': 'Điều phối viên',
  });
  stage.say('điều phối viên', `gọi hỏi, ghi quyết định: ${version} là của Cần Thơ`);
  await stage.at('2025-10-29T09:21');
  stage.clock('2025-10-29T14:10');
  await stage.file({ unit: city('DNG'), answers: planAlone });
  stage.say('Đà Nẵng', 'gửi bổ sung riêng mục 1.3');
  await stage.at('2025-10-29T14:11');
}

async function theDeadlinePasses(stage: Stage): Promise<void> {
  await stage.at('2025-10-30T08:30');
  await stage.at('2025-10-31T08:05');
  stage.clock('2025-10-31T11:20');
  await stage.file({
    unit: city('HCM'),
    answers: ownReports.HCM,
  });
  stage.say('TP. Hồ Chí Minh', 'gửi báo cáo, sau hạn hai ngày làm việc');
  await stage.at('2025-10-31T11:21');
  await stage.at('2025-11-03T08:30');
  await stage.at('2025-11-06T08:30');
  await stage.show();
}

async function pendingVersion({ coordinator }: Stage): Promise<string> {
  const { reports } = await import('../../sheets-schema/tabs/logs.ts');
  const [header = [], ...rows] = await coordinator.read(reports);
  const identity = header.indexOf('Định danh');
  const pending = rows.find((row) => row[identity] === 'Chờ xác minh đơn vị');
  return pending?.[0] ?? '';
}
