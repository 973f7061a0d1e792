import { Temporal } from 'temporal-polyfill';
import { formatDate, parseVietnameseDate } from '../../../sheets-schema/columns/vietnamese-date.ts';
import { askedAs, identification } from '../../../sheets-schema/form.ts';
import { asks, concerns, questionsOf, sectionsOf } from '../../../sheets-schema/outline-sections.ts';
import type { OutlineQuestion } from '../../../sheets-schema/tabs/outline.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { fold } from '../../../sheets-schema/text.ts';
import { localDay } from '../../../sheets-schema/zone.ts';
import type { Paper } from '../../documents/entered/read-docx.ts';
import { type SplitReport, splitReport } from '../../documents/entered/split-report.ts';
import { enteredId, linkCode, submissionKey, versionCode } from '../../domain/links/codes.ts';
import { questionId } from '../../domain/links/form-links.ts';
import { findDocumentNumbers, parseDocumentNumber } from '../../domain/reading/document-number.ts';
import { datesIn, timeWords } from '../../domain/reading/found-dates.ts';
import { isMarkedSecret } from '../../domain/reading/secrecy.ts';
import { textMarks } from '../../domain/reading/text-suspicion.ts';
import type { ItemStatus, UnitStatus } from '../../domain/standing/unit-status.ts';
import { outlookOf } from '../../outlook/outlook.ts';
import type { FormResponse } from '../../ports.ts';
import { basisOf, planSync } from '../../sync/plan-sync.ts';
import type { Snapshot } from '../../workbook/snapshot.ts';

export type Entering = {
  /** The file as it is: it says which version this is. */
  readonly file: Uint8Array;
  readonly paper: Paper;
  readonly unit: string;
  /** Of the signed document, as typed; null reads them at its head. */
  readonly number: string | null;
  readonly date: string | null;
  readonly linkSecret: string;
};

/** What entering a document would do, for a person to look at before anything is recorded. */
export type Entry = {
  readonly response: FormResponse;
  readonly version: string;
  /** It was entered before: nothing is left to do. */
  readonly isKnown: boolean;
  readonly status: UnitStatus;
  readonly official: Official | null;
  readonly split: SplitReport;
  /** What the paper says of an item, and how the item would stand. */
  readonly items: readonly EnteredItem[];
  readonly notes: readonly string[];
};

export type EnteredItem = {
  readonly standing: ItemStatus;
  readonly said: readonly { readonly question: OutlineQuestion; readonly text: string }[];
  readonly remarks: readonly string[];
  /** Something was reported before, which this would take the place of. */
  readonly replaces: boolean;
};

type Official = { readonly number: string; readonly date: Temporal.PlainDate | null; readonly isRead: boolean };

type Refused = { readonly refused: string };

/** Plans a document as a version of a unit's report, or says why it is none. */
export function planEntry(snapshot: Snapshot, entering: Entering): Entry | Refused {
  const { file, paper, linkSecret } = entering;
  const { policy } = outlookOf(snapshot);
  const code = entering.unit.trim().toUpperCase();
  if (!snapshot.people.units.rows.some((unit) => unit.code === code))
    return refuse(`Không có đơn vị nào có mã "${code}"; mã đơn vị xem ở tab Đơn vị`);
  const status = policy.statuses.find(({ unit, round }) => unit.code === code && round.state === 'Đang mở');
  if (!status) return refuse(`Không có kỳ đang mở nào đề nghị đơn vị "${code}" báo cáo`);
  const { round, unit } = status;
  const official = officialOf(entering, localDay(snapshot.readAt));
  if (official && 'refused' in official) return official;
  const why = whyNot(paper, unit, { round: round.id, units: snapshot.people.units.rows });
  if (why !== null) return refuse(why);
  const all = questionsOf(round, snapshot.people.outline.rows).filter(({ used }) => used);
  const questions = all.filter((question) => asks(question, unit));
  const split = splitReport(paper.lines, questions);
  const time = snapshot.readAt.toString({ smallestUnit: 'microsecond' });
  const epoch = policy.linkChanges(round.id, unit.code).length;
  const fixed = ({ key, kind }: { readonly key: string; readonly kind: string }, text: string) =>
    [questionId(key, kind), [text]] as const;
  const response: FormResponse = {
    responseId: enteredId(file, round.id, unit.code),
    createTime: time,
    lastSubmittedTime: time,
    respondentEmail: null,
    isEntered: true,
    answers: new Map([
      fixed(identification.unit, unit.shortName),
      fixed(identification.code, linkCode(linkSecret, round.id, unit.code, epoch)),
      ...(official ? [fixed(identification.officialNumber, official.number)] : []),
      ...(official?.date ? [fixed(identification.officialDate, official.date.toString())] : []),
      ...sectionsOf(all).flatMap(({ gate, appliesTo }) =>
        gate ? [fixed(gate, concerns(appliesTo, unit) ? gate.yes : gate.no)] : [],
      ),
      ...questions.flatMap((question) => {
        const text = split.answers.get(question.question);
        return text === undefined ? [] : [[questionId(question.question, askedAs(question)), [text]] as const];
      }),
    ]),
  };
  const after = standingWith(snapshot, response, { status, linkSecret });
  return {
    response,
    version: versionCode(unit.code, response.responseId, time),
    isKnown: snapshot.logs.reports.rows.some((report) => submissionKey(report) === submissionKey(response)),
    status,
    official,
    split,
    items: (after ?? status).items.flatMap((standing) => {
      const said = questions.flatMap((question) => {
        const text = question.item === standing.item ? split.answers.get(question.question) : undefined;
        return text === undefined ? [] : [{ question, text }];
      });
      const before = status.items.find(({ item }) => item === standing.item);
      const remarks = split.remarks.get(standing.item) ?? [];
      return said.length === 0 ? [] : [{ standing, said, remarks, replaces: (before?.content.length ?? 0) > 0 }];
    }),
    notes: paper.notes,
  };
}

function refuse(why: string): Refused {
  return { refused: `${why}. Chưa ghi gì.` };
}

/** What makes a paper none of this unit's for this round, or none that may be stored. */
function whyNot(
  { lines, round: ofRound, everything }: Paper,
  unit: Unit,
  { round, units }: { readonly round: string; readonly units: readonly Unit[] },
): string | null {
  const marks = textMarks(lines.map(({ text }) => text).join('\n'));
  if (isMarkedSecret(everything))
    return 'Tệp mang dấu chỉ mức độ mật; đề nghị xử lý theo quy định, không nhập vào hệ thống';
  if (marks.includes('legacy-encoding') || marks.includes('mojibake'))
    return 'Tệp dùng bảng mã cũ (TCVN3, VNI) hoặc bị lỗi phông chữ; đề nghị chuyển sang Unicode rồi nhập lại';
  if (ofRound !== null && ofRound !== round) return `Tệp lập từ đề cương của kỳ ${ofRound}, kỳ đang mở là ${round}`;
  const head = fold(headOf(lines.map((line) => line.text)).join(' ')).replace(/[^\p{L}\d]+/gu, ' ');
  const named = units.filter(({ name }) => head.includes(fold(name).replace(/[^\p{L}\d]+/gu, ' ')));
  const [other] = named;
  return other && !named.some(({ code }) => code === unit.code)
    ? `Đầu văn bản ghi tên ${other.name}, không phải ${unit.name}`
    : null;
}

/** What stands before BÁO CÁO: who writes, number, place and day. */
function headOf(texts: readonly string[]): readonly string[] {
  const title = texts.findIndex((text) => /^bao cao\b/.test(fold(text)));
  return texts.slice(0, Math.max(title, 0));
}

function officialOf({ paper, number, date }: Entering, today: Temporal.PlainDate): Official | Refused | null {
  if (number === null && date === null) return readOfficial(headOf(paper.lines.map(({ text }) => text)).join(' | '));
  const parsed = number === null ? null : parseDocumentNumber(number);
  const day = date === null ? null : parseVietnameseDate(date);
  if (!parsed) return refuse('Số, ký hiệu văn bản chưa đúng; ví dụ: --number 57/BC-UBND');
  if (date !== null && !day)
    return refuse('Ngày văn bản chưa đúng; đề nghị ghi dạng dd/MM/yyyy, ví dụ: --date 20/10/2025');
  if (day && Temporal.PlainDate.compare(day, today) > 0)
    return refuse(`Ngày văn bản ${formatDate(day)} sau ngày nhập ${formatDate(today)}; đề nghị kiểm tra lại --date`);
  return { number: parsed.text, date: day, isRead: false };
}

function readOfficial(head: string): Official | null {
  const [number] = findDocumentNumbers(head, 1);
  const [date = null] = datesIn(timeWords(head), 1);
  return number ? { number: number.text, date, isRead: true } : null;
}

/** How the unit would stand: planned as a sync would, and written nowhere. */
function standingWith(
  snapshot: Snapshot,
  response: FormResponse,
  { status, linkSecret }: { readonly status: UnitStatus; readonly linkSecret: string },
): UnitStatus | undefined {
  const { formHash, lookedAt, mailOutage } = snapshot.bookkeeping;
  const plan = planSync(basisOf({ ...snapshot, responses: [response], moreResponses: null }), {
    linkSecret,
    mailDomain: 'example',
    sentRows: [],
    formHash,
    lookedAt,
    mailOutage,
    maySend: false,
    atMost: Number.POSITIVE_INFINITY,
    refused: new Map(),
  });
  return plan.outlook?.policy.statuses.find(
    ({ unit, round }) => unit.code === status.unit.code && round.id === status.round.id,
  );
}
