import type { NoticeKind } from '../../../../sheets-schema/notice-kinds.ts';
import type { Round } from '../../../../sheets-schema/tabs/rounds.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import type { Notice } from '../notice.ts';
import type { Desk } from '../notice-desk.ts';
import { deadlineNews } from './deadline-news.ts';
import { digests } from './digests.ts';
import { requestsForTime } from './extension-requests.ts';
import { invitations } from './invitations.ts';
import { ladder } from './ladder.ts';
import { reportsOnTasks } from './leaders-on-tasks.ts';
import { leadersReports } from './leaders-reports.ts';
import { newLinks } from './new-links.ts';
import { receipts, unverifiedReports } from './receipts.ts';
import { returnedReports } from './returned-reports.ts';
import { samples } from './samples.ts';
import { supplements } from './supplements.ts';
import { taskNotices } from './tasks.ts';
import { tasksToHelp } from './tasks-to-help.ts';

type Maker = (desk: Desk) => readonly Notice[];

const newsOfDeadlines = ofUnits(['Đang mở'], deadlineNews);
const requestNews = ofUnits(['Đang mở'], requestsForTime);
const stepsOfUnits = ofUnits(['Chuẩn bị', 'Đang mở'], ladder);

/** Says of each kind what is owed; a kind nobody makes does not compile. One maker may serve several kinds. */
export const makers: Readonly<Record<Exclude<NoticeKind, 'Thư mẫu'>, Maker>> = {
  'Đề nghị gửi báo cáo': ofUnits(['Chuẩn bị', 'Đang mở'], invitations),
  'Xác nhận tiếp nhận': ofUnits(['Đang mở', 'Đã đóng'], receipts),
  'Báo cáo chưa xác minh': ofUnits(['Đang mở'], unverifiedReports),
  'Nhắc việc': stepsOfUnits,
  'Quá hạn lần 1': stepsOfUnits,
  'Quá hạn lần 2': stepsOfUnits,
  'Quá hạn lần n': stepsOfUnits,
  'Gia hạn': newsOfDeadlines,
  'Ghi nhận đề nghị gia hạn': requestNews,
  'Không gia hạn': requestNews,
  'Thay đổi thời hạn': newsOfDeadlines,
  'Đổi đường dẫn': ofUnits(['Đang mở'], newLinks),
  'Đề nghị bổ sung': ofUnits(['Đang mở'], supplements),
  'Trả lại': ofUnits(['Đang mở'], returnedReports),
  'Nhắc nhiệm vụ': taskNotices,
  'Nhiệm vụ quá hạn': taskNotices,
  'Hạn mới của nhiệm vụ': taskNotices,
  'Nhiệm vụ phối hợp': tasksToHelp,
  'Bản tin điều phối': digests,
  'Báo cáo lãnh đạo': leadersReports,
  'Báo cáo lãnh đạo về nhiệm vụ': reportsOnTasks,
};

/** What every unit is owed while its round is in one of these states. */
function ofUnits(
  states: readonly Round['state'][],
  make: (desk: Desk, status: UnitStatus) => readonly Notice[],
): Maker {
  return (desk) => desk.statuses.flatMap((status) => (states.includes(status.round.state) ? make(desk, status) : []));
}

/** Everything the facts ask for, settled or not, past and to come, by key. */
export function owed(desk: Desk): ReadonlyMap<string, Notice> {
  const all = [...new Set(Object.values(makers))].flatMap((make) => make(desk));
  return new Map([...all, ...samples(desk, all)].map((notice) => [notice.key, notice]));
}
