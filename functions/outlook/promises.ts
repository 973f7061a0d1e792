import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { type OutlineQuestion, outline as outlineTab } from '../../sheets-schema/tabs/outline.ts';
import { type Round, rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import type { Doubt } from '../domain/notices/notice.ts';
import { type ChangeBook, roundSubject } from '../domain/standing/change-log.ts';
import type { DecisionBook } from '../domain/standing/decision-book.ts';
import { growthOf, growthWords } from '../domain/standing/outline-record.ts';
import {
  decidesLateness,
  isRecorded,
  oddDeadline,
  type Proposal,
  proposalsOf,
  shownMark,
} from '../domain/standing/round-record.ts';
import { roundDeadline } from '../domain/standing/unit-deadline.ts';
import { deadlineInWords, deadlineOf, isSameDeadline } from '../domain/time/deadline.ts';
import { type Doubts, unreadRow } from '../workbook/doubts.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

type Sources = Pick<Snapshot, 'people' | 'typedRounds' | 'readAt' | 'findings'>;

/**
 * Cells of approved rounds that say something else than what was approved, or nothing that can be read: what was approved
 * stays in force, and nobody is called late by the round while somebody is to say which holds.
 */
export function promiseDoubts(
  { people, typedRounds, readAt, findings }: Sources,
  { changeBook: book, decisions }: { readonly changeBook: ChangeBook; readonly decisions: DecisionBook },
): Doubts {
  const rows = people.rounds.rows.filter(({ state }) => state !== 'Đã đóng');
  const [units, outline] = [people.units.rows, people.outline.rows];
  const isInForce = (record: Round, typed: Round) =>
    isSameDeadline(deadlineOf(typed.effectiveDeadline ?? typed.strictDeadline), roundDeadline(record, decisions));
  const proposals = proposalsOf(typedRounds, rows, { book, units, isInForce });
  const acting = new Set(people.rounds.rows.flatMap(({ id, approved }) => (approved ? [id] : [])));
  const typed = new Set(typedRounds.map(({ id }) => id));
  const halfTyped = rows.filter(({ id }) => !typed.has(id));
  return {
    doubts: [
      ...proposals.filter(({ column }) => decidesLateness.has(column)).map(proposalDoubt),
      ...halfTyped.map(({ id, at }) =>
        lateDoubt(id, unreadRow(roundsTab.title, { at, name: id, cells: unreadCells(findings, [id, `dòng ${at}`]) })),
      ),
    ],
    findings: [
      ...proposals.map(proposalFinding),
      ...rows.flatMap((round) => growthFindings(round, outline)),
      ...typedRounds.flatMap((round) =>
        round.approved && !isRecorded(book, round.id)
          ? approvalFinding(round, { book, units, outline, readAt, acting })
          : [],
      ),
    ],
  };
}

/** The columns of a row's cells that could not be read. */
function unreadCells(findings: readonly Finding[], names: readonly string[]): readonly string[] {
  const isOfRow = ({ level, tab, row }: Finding) => level === 'error' && tab === roundsTab.title && names.includes(row);
  return findings.filter((one) => isOfRow(one) && one.column !== '').map(({ column }) => column);
}

function lateDoubt(round: string, reason: string): Doubt {
  return { scope: { round }, only: 'late', reason };
}

function proposalDoubt({ round, column, recorded, typed }: Proposal): Doubt {
  const { header } = roundsTab.columns[column];
  return lateDoubt(round, `ô "${header}" của kỳ ${round} đang ghi ${typed}, đã duyệt ${recorded}`);
}

const mends: Record<
  Proposal['column'] & ('strictDeadline' | 'effectiveDeadline' | 'steps' | 'outlineVersion' | 'expected'),
  string
> = {
  strictDeadline: 'trả ô về như khi duyệt; hạn dời thì ghi bằng dòng quyết định "Gia hạn" hoặc "Đồng ý thay đổi"',
  effectiveDeadline:
    'trả ô về như khi duyệt; muốn đổi thì thêm dòng quyết định "Gia hạn" (lùi hạn) hoặc "Đồng ý thay đổi" (hạn khác), Giá trị là hạn mới, để trống Đơn vị',
  steps: 'trả ô về như khi duyệt; muốn đổi thì thêm dòng quyết định "Đồng ý thay đổi" với Giá trị "Nhịp nhắc"',
  outlineVersion:
    'trả ô về như khi duyệt; muốn đổi thì thêm dòng quyết định "Đồng ý thay đổi" với Giá trị "Phiên bản đề cương"',
  expected:
    'trả ô về như khi duyệt; thêm đơn vị bằng dòng quyết định "Bổ sung đơn vị" (Giá trị là hạn của đơn vị), bớt bằng "Rút đơn vị"',
};

function proposalFinding({ round, column, recorded, typed }: Proposal): Finding {
  const rests = decidesLateness.has(column) ? '; trong khi chờ, thư quá hạn của kỳ tạm giữ' : '';
  return finding(where(roundsTab, round, column), {
    level: 'error',
    found: `${typed}; kỳ đã được duyệt với ${recorded}, mọi việc vẫn theo nội dung đã duyệt`,
    expected: recorded,
    fix: `${mends[column as keyof typeof mends]}${rests}`,
  });
}

/** Of each item that grew after the approval, where it stands and what lets it in. */
function growthFindings(round: Round, outline: readonly OutlineQuestion[]): readonly Finding[] {
  const byItem = Map.groupBy(growthOf(round, outline), ({ question: { item } }) => item);
  return [...byItem].map(([item, grown]) => {
    const key = grown.map(({ question: { version, question } }) => `${version}/${question}`)[0] ?? item;
    return finding(where(outlineTab, key, 'item'), {
      level: 'error',
      found: `mục ${item} ${growthWords(grown)} sau khi kỳ ${round.id} được duyệt; biểu mẫu, thư và việc kiểm tra vẫn theo đề cương đã duyệt`,
      expected: 'đề cương như khi duyệt; sửa chữ thì không phải chờ',
      fix: `${mends.outlineVersion.replace('trả ô', 'trả dòng')}; kỳ khác thì ghi phiên bản khác`,
    });
  });
}

/** Why a tick is not an approval yet. */
function approvalFinding(
  round: Round,
  {
    book,
    units,
    outline,
    readAt,
    acting,
  }: {
    book: ChangeBook;
    units: readonly Unit[];
    outline: readonly OutlineQuestion[];
    readAt: Snapshot['readAt'];
    /** The rounds whose tick acts in this run. */
    acting: ReadonlySet<string>;
  },
): readonly Finding[] {
  const isShown = book.last(roundSubject(round.id, 'shown')) === shownMark(round, units, outline);
  const odd = oddDeadline(round, (isShown && book.since(roundSubject(round.id, 'shown'))) || readAt);
  if (odd !== null && round.effectiveDeadline) {
    const deadline = deadlineInWords(deadlineOf(round.effectiveDeadline));
    return [
      finding(where(roundsTab, round.id, 'effectiveDeadline'), {
        level: 'error',
        found: `${deadline}: ${odd}`,
        expected: 'hạn cuối sau ngày mở kỳ, chưa qua khi duyệt, trong vòng 400 ngày',
        fix: 'sửa ô này; ô "Duyệt gửi" có hiệu lực sau khi Lịch thư hiện hạn đã sửa',
      }),
    ];
  }
  // What this run has only just put on record it has not shown before.
  if (acting.has(round.id)) return [];
  return [
    finding(where(roundsTab, round.id, 'approved'), {
      level: 'warning',
      found: 'đã đánh dấu, nhưng Lịch thư chưa kịp hiện các giá trị vừa ghi',
      expected: 'duyệt sau khi đã xem Lịch thư',
      fix: 'xem lại Lịch thư; dấu duyệt có hiệu lực từ lượt chạy tới, nếu không muốn thì bỏ dấu',
    }),
  ];
}
