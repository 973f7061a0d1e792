import { answers, ledger, reports } from './logs.ts';
import { tracking } from './projections.ts';

const OF_CLOSED_ROUNDS =
  'Nhật ký: dòng của các kỳ đã đóng và đã xong việc, chuyển nguyên từ tab cùng tên. Hệ thống ghi, không sửa.';

/** The rows of sealed rounds, as they stood in the log: a run reads them only where one of these rounds is touched again. */
export const sealedReports = {
  ...reports,
  name: 'sealedReports',
  sheetId: 382_211,
  title: 'Báo cáo kỳ trước',
  hidden: true,
  since: 2,
  about: OF_CLOSED_ROUNDS,
} as const;

export const sealedAnswers = {
  ...answers,
  name: 'sealedAnswers',
  sheetId: 382_212,
  title: 'Nội dung kỳ trước',
  since: 2,
  about: OF_CLOSED_ROUNDS,
} as const;

export const sealedLedger = {
  ...ledger,
  name: 'sealedLedger',
  sheetId: 382_214,
  title: 'Nhật ký thư kỳ trước',
  hidden: true,
  since: 2,
  about: OF_CLOSED_ROUNDS,
} as const;

/** Where every unit of a sealed round stood when it was sealed: what `Theo dõi` said of it last. */
export const sealedTracking = {
  ...tracking,
  name: 'sealedTracking',
  sheetId: 382_215,
  title: 'Theo dõi kỳ trước',
  owner: 'log',
  since: 2,
  about: 'Nhật ký: tình hình từng đơn vị ở các kỳ đã đóng, như Theo dõi ghi lần cuối. Hệ thống ghi, không sửa.',
  key: [],
} as const;

/** What no run reads but for a round that is touched again. */
export const tabsOfSealedRounds = [sealedTracking, sealedReports, sealedAnswers, sealedLedger] as const;
