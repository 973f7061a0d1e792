import { Temporal } from 'temporal-polyfill';
import { examineAnswer, excerptOf } from '../../../functions/domain/reading/examine-answer.ts';
import { readDecisions } from '../../../functions/domain/standing/decision-book.ts';
import { reportFacts } from '../../../functions/domain/standing/report-facts.ts';
import { taskStatuses } from '../../../functions/domain/standing/task-statuses.ts';
import { unitStatuses } from '../../../functions/domain/standing/unit-statuses.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { roundSeeds } from '../../../sheets-schema/seed/rounds.ts';
import { taskSeeds } from '../../../sheets-schema/seed/tasks.ts';
import { citySeeds, unitSeeds } from '../../../sheets-schema/seed/units.ts';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { at, day } from '../../domain/notices/notice-world.ts';

/** One version of a city's report: when it came, and what it says, by question. */
export type Sent = {
  readonly unit: string;
  readonly version: string;
  readonly when: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly official?: string;
  readonly pending?: boolean;
  /** One unit's versions are edits of one response unless this says otherwise. */
  readonly response?: string;
};

export const FULL = {
  '1.1':
    'Thành phố đã rà soát xong 03 đề án: Đề án đô thị thông minh (Quyết định số 1234/QĐ-UBND ngày 05/3/2021, giai đoạn 2021-2025, điều chỉnh); Đề án chuyển đổi số (Quyết định số 567/QĐ-UBND ngày 12/4/2022, giữ nguyên); chương trình camera giao thông (dừng, nhập vào trung tâm điều hành).\nViệc rà soát hoàn thành ngày 20/9/2025.',
  '1.2':
    'Thực hiện theo Công văn số 4321/BXD-PTĐT ngày 18/8/2025 của Bộ Xây dựng, thành phố đã giao Sở Xây dựng làm đầu mối, rà soát quy hoạch hạ tầng kỹ thuật và chuẩn bị hồ sơ thí điểm tại 05 phường; dự kiến hoàn thành trong quý IV năm 2025.',
  '1.3-trang-thai': 'Đã ban hành',
  '1.3-so-ky-hieu': '88/KH-UBND',
  '1.3-ngay': '2025-07-30',
  '1.4':
    'Thể chế, cơ chế chính sách: chưa có định mức chi phí cho thuê dịch vụ công nghệ thông tin trong đô thị thông minh.\nDữ liệu: việc chia sẻ dữ liệu giữa các sở còn chậm, chưa có quy chế kết nối chung.',
  '1.5':
    'Đề nghị Bộ Xây dựng sớm ban hành bộ tiêu chí đô thị thông minh để địa phương có căn cứ thực hiện.\nĐề nghị Bộ Tài chính hướng dẫn nguồn chi thường xuyên cho thuê dịch vụ.',
} as const;

export const SECTION_2 = {
  '2.1':
    'Trung tâm điều hành đô thị thông minh: Sở Khoa học và Công nghệ chủ trì, bắt đầu 01/8/2025, kết thúc 31/12/2025, tiến độ 65%, đúng tiến độ.',
  '2.2-khong-co': 'Trùng nội dung mục 1.4',
  '2.3-khong-co': 'Không có',
} as const;

/** Four cities filed (one late, two with something lacking), one stayed silent, one waits to be identified. */
export const story: readonly Sent[] = [
  {
    unit: 'HNI',
    version: 'BC-HNI-AAAA1111',
    when: '2025-10-23 16:40',
    answers: {
      ...FULL,
      ...SECTION_2,
      '3': 'Thành phố đề xuất tổ chức hội nghị chia sẻ kinh nghiệm vào tháng 12/2025.',
    },
    official: '345/BC-UBND',
  },
  {
    unit: 'HCM',
    version: 'BC-HCM-BBBB2222',
    when: '2025-10-24 09:05',
    answers: {
      ...FULL,
      ...SECTION_2,
      '1.1': 'Đang cập nhật',
      '1.5': 'Hạ tầng cần được quan tâm đầu tư đồng bộ hơn nữa.',
    },
  },
  {
    unit: 'HPG',
    version: 'BC-HPG-CCCC3333',
    when: '2025-10-24 10:15',
    answers: {
      '1.1': FULL['1.1'],
      '1.2': FULL['1.2'],
      '1.3-trang-thai': 'Đang dự thảo',
      '1.3-du-kien': '2025-11-30',
      '1.3-ly-do': 'Đang lấy ý kiến các sở, ngành; mức độ hoàn thành khoảng 60%.',
      '1.4-khong-co': 'Không có',
      '1.5-khong-co': 'Không có',
    },
  },
  {
    unit: 'HPG',
    version: 'BC-HPG-DDDD4444',
    when: '2025-10-26 08:00',
    answers: { '1.4': 'Nhân lực: cán bộ chuyên trách về đô thị thông minh cấp phường còn thiếu, chưa được đào tạo.' },
  },
  {
    unit: 'DNG',
    version: 'BC-DNG-EEEE5555',
    when: '2025-10-25 20:30',
    answers: {
      ...FULL,
      '1.2': 'đang triển khai',
      '2.1': SECTION_2['2.1'],
      '2.2-khong-co': 'Không có',
      '2.3': 'Đề nghị Bộ Xây dựng <b>hỗ trợ</b> & hướng dẫn "thí điểm".',
    },
  },
  { unit: 'HUE', version: 'BC-CXM-FFFF6666', when: '2025-10-24 15:00', answers: { ...FULL }, pending: true },
];

const openRound: Round = {
  ...(roundSeeds[0] as Round),
  effectiveDeadline: { day: day('2025-10-24'), time: null },
  state: 'Đang mở',
  approved: true,
};

/** Where the six cities stand after a story, reached by the rules themselves. */
export function sixCities(sent: readonly Sent[] = story, decided: readonly Decision[] = [], round = openRound) {
  const decisions = readDecisions(decided);
  const statuses = unitStatuses(round, {
    units: citySeeds,
    expected: new Map([[round.id, citySeeds.map(({ code }) => code)]]),
    decisions,
    reports: sent.map(reportOf),
    answers: new Map(
      sent.map((one) => [one.version, Object.entries(one.answers).map(([key, text]) => stored(one, key, text))]),
    ),
    outline: outlineSeeds,
  });
  const texts = new Map(sent.map(({ version, answers }) => [version, new Map(Object.entries(answers))]));
  return { round, statuses, texts, outline: outlineSeeds, decisions };
}

/** Every seeded task of every unit, as if the register had been in use when the first was given. */
export function allTasks(now: string, statuses: ReturnType<typeof sixCities>['statuses']) {
  const decisions = readDecisions([]);
  const goLive = at('2025-07-01 08:00');
  return taskStatuses(taskSeeds, {
    now: at(now),
    goLive,
    units: unitSeeds,
    decisions,
    reports: reportFacts(statuses, outlineSeeds),
    outline: outlineSeeds,
  });
}

function reportOf({ unit, version, when, official, pending = false, response = `r-${unit}` }: Sent): Report {
  const time = at(when).toString();
  return {
    version,
    responseId: response,
    createTime: time,
    lastSubmittedTime: time,
    round: '2025-10',
    unit: pending ? null : unit,
    identity: pending ? 'Chờ xác minh đơn vị' : 'Mã hợp lệ',
    claimedUnit: unit,
    gates: null,
    outlineVersion: 'PL1-12112',
    officialNumber: official ?? null,
    officialDate: official ? Temporal.PlainDate.from('2025-10-23') : null,
    seenAt: at(when),
    formId: null,
    officialLink: null,
    createdAt: null,
    submittedAt: null,
    claims: null,
    channel: 'Biểu mẫu',
  };
}

function stored({ unit, version, response = `r-${unit}` }: Sent, question: string, text: string) {
  return { version, responseId: response, question, facts: examineAnswer(text), excerpt: excerptOf(text) };
}
