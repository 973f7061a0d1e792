import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { fold } from '../../../sheets-schema/text.ts';
import type { ItemContent, PartContent } from './item-content.ts';
import { type ItemProblem, missing, NO_ANSWER, quoted, unclear } from './narrative.ts';

/** What 1.3 asks: a plan that was issued has a number and a day; one that was not has an expected day and a reason. */
export function actionPlan(content: ItemContent): readonly ItemProblem[] {
  const status = content.part('trạng thái');
  if (content.all.every((facts) => NO_ANSWER.has(facts.class))) {
    return [
      missing('chưa có thông tin về kế hoạch hành động; đề nghị chọn trạng thái và bổ sung các nội dung kèm theo'),
    ];
  }
  if (NO_ANSWER.has(status.class)) {
    return [unclear('chưa chọn trạng thái xây dựng kế hoạch hành động; đề nghị bổ sung')];
  }
  return isIssued(status) ? issued(content) : [...notIssued(content, status), ...contradiction(content, status)];
}

/** Also options a coordinator rewords, such as "Đã phê duyệt, ban hành". */
function isIssued(status: PartContent): boolean {
  const words = fold(status.value);
  return words.startsWith('da ') && words.includes('ban hanh');
}

function issued(content: ItemContent): readonly ItemProblem[] {
  return [...issuedNumber(content), ...issuedDay(content), ...sentDay(content)];
}

/** A plan or programme, in the form of a decision perhaps; the Party's too: `111/KH-UBND`, `08-CTr/TU`. */
const OF_A_PLAN = /^\d+[a-zđ]?(?:\/\d{4})?[/-](?:KH|CTr|ĐA)(?=[-/])/;
const OF_A_DECISION = /^\d+[a-zđ]?(?:\/\d{4})?[/-](?:QĐ|NQ)(?=[-/])/;

/** The number of the plan, wherever it stands; a decision is the plan's own only in the field for it. */
function planNumber(content: ItemContent): string | undefined {
  const asked = content.part('số, ký hiệu').documents;
  return (
    asked.find((document) => OF_A_PLAN.test(document)) ??
    content.part(...ELSEWHERE).documents.find((document) => OF_A_PLAN.test(document)) ??
    asked.find((document) => OF_A_DECISION.test(document))
  );
}

const ELSEWHERE = ['nội dung', 'lý do', 'khác'] as const;

function issuedNumber(content: ItemContent): readonly ItemProblem[] {
  const number = content.part('số, ký hiệu');
  if (!content.asks('số, ký hiệu') || planNumber(content) !== undefined) return [];
  if (number.documents.length > 0) {
    return [
      unclear(
        `số, ký hiệu ${quoted(number)} không phải của kế hoạch, chương trình; đề nghị ghi số, ký hiệu của kế hoạch, ví dụ 111/KH-UBND`,
      ),
    ];
  }
  return [
    NO_ANSWER.has(number.class)
      ? unclear('đã ban hành nhưng chưa ghi số, ký hiệu của kế hoạch; đề nghị bổ sung')
      : unclear(
          `số, ký hiệu ${quoted(number)} chưa đầy đủ; đề nghị ghi đủ số và ký hiệu của kế hoạch, ví dụ 111/KH-UBND`,
        ),
  ];
}

function issuedDay(content: ItemContent): readonly ItemProblem[] {
  const part = content.part('ngày');
  const day = dayOf(part) ?? dayBeside(content);
  if (!content.asks('ngày')) return [];
  if (day === null) {
    return [
      NO_ANSWER.has(part.class)
        ? unclear('đã ban hành nhưng chưa ghi ngày ban hành kế hoạch; đề nghị bổ sung')
        : unclear(`ngày ban hành ${quoted(part)} chưa rõ; đề nghị ghi đủ ngày, tháng, năm, ví dụ 31/07/2025`),
    ];
  }
  return Temporal.PlainDate.compare(day, content.filedOn) > 0
    ? [unclear(`ngày ban hành ${formatDate(day)} sau ngày gửi báo cáo; đề nghị kiểm tra lại`)]
    : [];
}

/** Nobody need have sent it yet; a day that cannot be is asked about. */
function sentDay(content: ItemContent): readonly ItemProblem[] {
  const part = content.part('ngày gửi');
  const sent = dayOf(part);
  if (sent === null) {
    if (NO_ANSWER.has(part.class)) return [];
    return [unclear(`ngày gửi ${quoted(part)} chưa rõ; đề nghị ghi đủ ngày, tháng, năm, ví dụ 31/07/2025`)];
  }
  const issued = dayOf(content.part('ngày'));
  if (Temporal.PlainDate.compare(sent, content.filedOn) > 0)
    return [unclear(`ngày gửi kế hoạch ${formatDate(sent)} sau ngày gửi báo cáo; đề nghị kiểm tra lại`)];
  if (issued === null || Temporal.PlainDate.compare(sent, issued) >= 0) return [];
  return [
    unclear(`ngày gửi kế hoạch ${formatDate(sent)} trước ngày ban hành ${formatDate(issued)}; đề nghị kiểm tra lại`),
  ];
}

/** The day that stands with the plan's number, else one that belongs to no other document. */
function dayBeside(content: ItemContent): Temporal.PlainDate | null {
  const { documentDays, dates } = content.part('số, ký hiệu', ...ELSEWHERE);
  const paired = new Set(Object.values(documentDays));
  const day = documentDays[planNumber(content) ?? ''] ?? dates.find((date) => !paired.has(date));
  return day === undefined ? null : Temporal.PlainDate.from(day);
}

function notIssued(content: ItemContent, status: PartContent): readonly ItemProblem[] {
  const lacks: ItemProblem[] = [];
  if (content.asks('ngày dự kiến')) lacks.push(...plannedDay(content, status));
  if (content.asks('lý do') && !saysWhy(content.part(...ELSEWHERE))) {
    lacks.push(unclear(`trạng thái ${quoted(status)} nhưng chưa nêu lý do chưa ban hành; đề nghị bổ sung`));
  }
  return lacks;
}

/** Longer than a bare status is, waiting for somebody is a reason too: "Đang chờ góp ý của các sở, ngành". */
const LONGEST_STATUS = 6;

function saysWhy(words: PartContent): boolean {
  if (words.class !== 'bare-status') return words.class === 'text';
  return words.value === '' || words.value.split(' ').length > LONGEST_STATUS;
}

function plannedDay(content: ItemContent, status: PartContent): readonly ItemProblem[] {
  const part = content.part('ngày dự kiến');
  const day = dayOf(part);
  if (day !== null) {
    return Temporal.PlainDate.compare(day, content.filedOn) < 0
      ? [unclear(`ngày dự kiến ban hành ${formatDate(day)} đã qua khi gửi báo cáo; đề nghị cập nhật`)]
      : [];
  }
  if (part.periods.length > 0 || isPlannedIn(content.part(...ELSEWHERE), content.filedOn)) return [];
  return [
    part.class === 'text'
      ? unclear(`ngày dự kiến ban hành ${quoted(part)} chưa rõ; đề nghị ghi đủ ngày, tháng, năm, ví dụ 31/12/2025`)
      : unclear(`trạng thái ${quoted(status)} nhưng chưa ghi ngày dự kiến ban hành; đề nghị bổ sung`),
  ];
}

/**
 * A day or period that the words beside it expect something by. In what an earlier release read, any period and any day
 * to come.
 */
function isPlannedIn({ expected, dates, periods }: PartContent, filedOn: Temporal.PlainDate): boolean {
  const isToCome = (time: string) => lastMonthOf(time) >= `${filedOn}`.slice(0, lastMonthOf(time).length);
  return expected === null ? periods.length > 0 || dates.some(isToCome) : expected.some(isToCome);
}

/** `2025-12` of the quarter `2025-Q4`; months and days as they are. ISO: what is later is greater. */
function lastMonthOf(time: string): string {
  return time.replace(/Q(\d)$/, (_, quarter: string) => String(Number(quarter) * 3).padStart(2, '0'));
}

/** A plan still being drafted has no number; "Đã trình" may give that of the submission. */
function contradiction(content: ItemContent, status: PartContent): readonly ItemProblem[] {
  const drafted = /du thao|soan thao|chua/.test(fold(status.value));
  if (!drafted || content.part('số, ký hiệu').documents.length === 0) return [];
  return [unclear(`chọn trạng thái ${quoted(status)} nhưng lại ghi số, ký hiệu; đề nghị thống nhất lại`)];
}

function dayOf(part: PartContent): Temporal.PlainDate | null {
  const day = part.dates[0];
  return day === undefined ? null : Temporal.PlainDate.from(day);
}
