import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { settings as declaredSettings, type SettingName } from '../../sheets-schema/setting-list.ts';
import type { Decision } from '../../sheets-schema/tabs/decisions.ts';
import { sealedReports } from '../../sheets-schema/tabs/sealed.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import type { Doubt } from '../domain/notices/notice.ts';
import { isWithin, longRests } from '../domain/time/working-calendar.ts';
import { type Bookkeeping, type LogName, logNames } from '../workbook/bookkeeping.ts';
import { type Doubts, unreadRow } from '../workbook/doubts.ts';
import { timesToCome } from '../workbook/log-damage.ts';
import {
  bookkeepingTab,
  logTabs,
  MEND_LOG,
  type Mismatch,
  MOST_OF_A_LOG,
  mismatches,
  peopleTabs,
  rowsIn,
  type Snapshot,
} from '../workbook/snapshot.ts';
import { restsOn, type UnreadTabs, whyUnread } from '../workbook/unread-tabs.ts';
import { decisionDoubts } from './decision-doubts.ts';
import { effectlessDecisions } from './effectless-decisions.ts';
import { fileDoubts } from './file-doubts.ts';
import { keyDoubts, type UsedKeys } from './key-doubts.ts';
import { nameDoubts } from './name-doubts.ts';
import { promiseDoubts } from './promises.ts';
import { taskDoubts } from './task-doubts.ts';

/**
 * What cannot be trusted just now: mail that depends on it is held, everything else goes on. A half-typed cell, a lost
 * key, a log with rows missing or a restored file must never send mail.
 */
export function doubtsOf(
  snapshot: Snapshot,
  unread: UnreadTabs,
  used: UsedKeys &
    Omit<Parameters<typeof nameDoubts>[1], 'today'> &
    Parameters<typeof effectlessDecisions>[1] &
    Parameters<typeof promiseDoubts>[1] & { readonly ties: readonly (readonly [Decision, Decision])[] },
): Doubts {
  const parts = [
    heldMail(snapshot.bookkeeping),
    otherwiseGiven(mismatches(snapshot)),
    fileDoubts(snapshot),
    unreadableTabs(unread),
    halfTyped(snapshot),
    restsTooLong(snapshot),
    decisionDoubts(snapshot, used),
    ...(whyUnread(unread, restsOn.rounds) === null ? [promiseDoubts(snapshot, used)] : []),
    ...(whyUnread(unread, restsOn.tasks) === null ? [effectlessDecisions(snapshot, used), taskDoubts(used)] : []),
    keyDoubts(snapshot.people, unread, used),
    nameDoubts(snapshot.people, { ...used, today: localDay(snapshot.readAt) }),
    ...logNames.map((name) => logDamage(snapshot, unread, name)),
    writtenAhead(snapshot),
    ...snapshot.damaged.map(sealedDamage),
  ];
  return { doubts: parts.flatMap((part) => part.doubts), findings: parts.flatMap((part) => part.findings) };
}

/** Settings by which no mail goes now; without them it would go when somebody meant it not to. The mail switch is off then. */
const GOVERNING: ReadonlySet<SettingName> = new Set(['goLive', 'windows', 'steps', 'dailyCap', 'leaders']);

const NOTHING: Doubts = { doubts: [], findings: [] };

function heldMail({ mailHold }: Pick<Bookkeeping, 'mailHold'>): Doubts {
  if (mailHold === '') return NOTHING;
  const told = finding(where(bookkeepingTab, 'mailHold'), {
    level: 'error',
    found: mailHold,
    expected: 'bảng tính đang vận hành, không phải bản sao hay bản khôi phục',
    fix: 'mọi thư đang giữ lại; kiểm tra dữ liệu rồi nhờ quản trị viên chạy: npm run provision -- --after-restore',
  });
  return { doubts: [{ ...everything(`thư đang giữ lại: ${mailHold}`), isForeign: true }], findings: [told] };
}

/** What a run says that was given something else, in `Kiểm tra` and in the change log. */
export const otherwiseGivenWords: Readonly<Record<Mismatch, Pick<Finding, 'row' | 'found' | 'expected'>>> = {
  form: {
    row: 'formId',
    found: 'hệ thống đang được đặt để đọc một biểu mẫu khác với biểu mẫu của bảng tính này',
    expected: 'biểu mẫu mà các đường dẫn đã gửi dẫn tới',
  },
  secret: {
    row: 'secret',
    found: 'khóa của các đường dẫn riêng không phải khóa đã dùng trong các thư đã gửi',
    expected: 'khóa đang dùng, hoặc khóa mới đã được ghi nhận',
  },
};

/** A run with another form or another secret would take every city that files for a stranger, or for one that has not filed. */
function otherwiseGiven(others: readonly Mismatch[]): Doubts {
  const found = others.map((mismatch) => otherwiseGivenWords[mismatch]);
  return {
    doubts: found.map(({ found: reason }) => ({ ...everything(reason), isForeign: true })),
    findings: found.map(({ row, ...what }) =>
      finding(where(bookkeepingTab, row), {
        level: 'error',
        fix: 'mọi thư đang giữ lại, báo cáo mới chờ trên biểu mẫu; báo quản trị viên ngay',
        ...what,
      }),
    ),
  };
}

/** Tabs without which nobody can say to whom or when to write; the register and the texts hold no mail of a round. */
function unreadableTabs(unread: UnreadTabs): Doubts {
  const reasons = restsOn.mails.flatMap((name) => unread.get(name) ?? []);
  return { doubts: reasons.map(everything), findings: [] };
}

/** A setting, a day off or a question that is being typed may be the one by which a mail does not go, or says something else. */
function halfTyped({ people, unreadSettings, readAt }: Pick<Snapshot, 'people' | 'unreadSettings' | 'readAt'>): Doubts {
  const { holidays, outline, rounds } = people;
  const today = localDay(readAt);
  const settings = unreadSettings.filter((name) => GOVERNING.has(name)).map((name) => declaredSettings[name].title);
  const isToday = (day: unknown) => !(day instanceof Temporal.PlainDate) || day.equals(today);
  const days = holidays.broken.filter(({ values: { day } }) => isToday(day));
  const asking = (version: unknown) =>
    rounds.rows.filter((round) => typeof version !== 'string' || round.outlineVersion === version);
  return {
    doubts: [
      ...settings.map((title) => everything(`không đọc được cài đặt "${title}"`)),
      ...days.map((row) => everything(unreadRow(peopleTabs.holidays.title, row))),
      ...outline.broken.flatMap((row) =>
        asking(row.values['version']).map(({ id }) => ({
          scope: { round: id },
          reason: unreadRow(peopleTabs.outline.title, row),
        })),
      ),
    ],
    findings: [],
  };
}

/** Days off without end would be silence without end: they are asked about, and while one of them is today mail waits. */
function restsTooLong({ people, readAt }: Pick<Snapshot, 'people' | 'readAt'>): Doubts {
  const { holidays } = peopleTabs;
  const all = longRests(people.holidays.rows).map((rest) => ({
    ...rest,
    words: `từ ${formatDate(rest.first)} đến ${formatDate(rest.last)} không có ngày làm việc nào`,
  }));
  return {
    doubts: all
      .filter((rest) => isWithin(localDay(readAt), rest))
      .map(({ words }) => everything(`tab "${holidays.title}" ghi ${words}`)),
    findings: all.map(({ first, words }) =>
      finding(where(holidays, formatDate(first), 'day'), {
        level: 'error',
        found: words,
        expected: 'các ngày nghỉ liền nhau không quá ba tuần',
        fix: 'xóa các dòng ghi nhầm; cho đến lúc đó, các ngày này chưa được tính là ngày nghỉ',
      }),
    ),
  };
}

/** A log with times to come: somebody wrote into it, and what is late, told or on time rests on it. */
function writtenAhead(snapshot: Snapshot): Doubts {
  const all = timesToCome(snapshot);
  return {
    doubts: [...new Set(all.map(({ tab }) => tab.title))].map((title) =>
      everything(`nhật ký "${title}" có thời điểm ở tương lai`),
    ),
    findings: all.slice(0, MOST_OF_A_LOG).map(({ tab, line, column }) =>
      finding(where(tab, `dòng ${line}`, column), {
        level: 'error',
        found: 'thời điểm ở tương lai',
        expected: 'thời điểm như lúc hệ thống ghi',
        fix: MEND_LOG,
      }),
    ),
  };
}

function everything(reason: string): Doubt {
  return { scope: 'all', reason };
}

/** Rows of a closed round that somebody edited where they were put away: who reported what in it is not known. */
function sealedDamage(round: string): Doubts {
  const { title } = sealedReports;
  const told = finding(where(sealedReports, round), {
    level: 'error',
    found: `các dòng của kỳ ${round} không còn như khi chuyển sang đây`,
    expected: 'các dòng như hệ thống đã chuyển',
    fix: MEND_LOG,
  });
  return { doubts: [{ scope: { round }, reason: `nhật ký "${title}" đã bị sửa` }], findings: [told] };
}

/** A log whose row count is not what the last commit left, or with rows nobody can read: somebody edited it, so mail waits. */
function logDamage(
  { logs, bookkeeping }: Pick<Snapshot, 'logs' | 'bookkeeping'>,
  unread: UnreadTabs,
  name: LogName,
): Doubts {
  if (unread.has(name)) return NOTHING;
  const { title } = logTabs[name];
  const count = rowsIn(logs[name]);
  const unreadable = logs[name].broken.length;
  if (count === bookkeeping.rows[name] && unreadable === 0) return NOTHING;
  const told = finding(where({ title }), {
    level: 'error',
    found: unreadable > 0 ? `${unreadable} dòng không đọc được` : `có ${count} dòng`,
    expected: `${bookkeeping.rows[name]} dòng như lần ghi cuối`,
    fix: MEND_LOG,
  });
  return {
    doubts: [everything(`nhật ký "${title}" đã bị sửa`)],
    findings: [told],
  };
}
