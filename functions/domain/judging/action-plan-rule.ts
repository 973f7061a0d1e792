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
  return [...issuedNumber(content), ...issuedDay(content)];
}

function issuedNumber(content: ItemContent): readonly ItemProblem[] {
  const number = content.part('số, ký hiệu');
  const elsewhere = content.part('nội dung', 'lý do', 'khác').documents.some((document) => document.includes('/KH-'));
  if (!content.asks('số, ký hiệu') || number.documents.length > 0 || elsewhere) return [];
  return [
    number.class === 'text'
      ? unclear(
          `số, ký hiệu ${quoted(number)} chưa đầy đủ; đề nghị ghi đủ số và ký hiệu của kế hoạch, ví dụ 111/KH-UBND`,
        )
      : unclear('đã ban hành nhưng chưa ghi số, ký hiệu của kế hoạch; đề nghị bổ sung'),
  ];
}

function issuedDay(content: ItemContent): readonly ItemProblem[] {
  const part = content.part('ngày');
  const day = dayOf(part) ?? dayOf(content.part('số, ký hiệu'));
  if (!content.asks('ngày')) return [];
  if (day === null) {
    return [
      part.class === 'text'
        ? unclear(`ngày ban hành ${quoted(part)} chưa rõ; đề nghị ghi đủ ngày, tháng, năm, ví dụ 31/07/2025`)
        : unclear('đã ban hành nhưng chưa ghi ngày ban hành kế hoạch; đề nghị bổ sung'),
    ];
  }
  return Temporal.PlainDate.compare(day, content.filedOn) > 0
    ? [unclear(`ngày ban hành ${formatDate(day)} sau ngày gửi báo cáo; đề nghị kiểm tra lại`)]
    : [];
}

function notIssued(content: ItemContent, status: PartContent): readonly ItemProblem[] {
  const lacks: ItemProblem[] = [];
  if (content.asks('ngày dự kiến')) lacks.push(...plannedDay(content, status));
  if (content.asks('lý do') && content.part('lý do', 'nội dung', 'khác').class !== 'text') {
    lacks.push(unclear(`trạng thái ${quoted(status)} nhưng chưa nêu lý do chưa ban hành; đề nghị bổ sung`));
  }
  return lacks;
}

function plannedDay(content: ItemContent, status: PartContent): readonly ItemProblem[] {
  const part = content.part('ngày dự kiến');
  const day = dayOf(part);
  if (day !== null) {
    return Temporal.PlainDate.compare(day, content.filedOn) < 0
      ? [unclear(`ngày dự kiến ban hành ${formatDate(day)} đã qua khi gửi báo cáo; đề nghị cập nhật`)]
      : [];
  }
  if (part.periods.length > 0 || isPlannedIn(content.part('lý do', 'nội dung', 'khác'), content.filedOn)) return [];
  return [
    part.class === 'text'
      ? unclear(`ngày dự kiến ban hành ${quoted(part)} chưa rõ; đề nghị ghi đủ ngày, tháng, năm, ví dụ 31/12/2025`)
      : unclear(`trạng thái ${quoted(status)} nhưng chưa ghi ngày dự kiến ban hành; đề nghị bổ sung`),
  ];
}

/** A day to come or a period named in the words beside it is an expected day as well. */
function isPlannedIn(words: PartContent, filedOn: Temporal.PlainDate): boolean {
  return (
    words.periods.length > 0 ||
    words.dates.some((day) => Temporal.PlainDate.compare(Temporal.PlainDate.from(day), filedOn) >= 0)
  );
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
