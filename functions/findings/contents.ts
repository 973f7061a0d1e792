import { Temporal } from 'temporal-polyfill';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { matrix } from '../../sheets-schema/tabs/projections.ts';
import {
  type Copy,
  copiedAcross,
  type Fingerprint,
  findCopies,
  progressBackwards,
} from '../domain/judging/compare-reports.ts';
import { ownCode } from '../domain/links/codes.ts';
import type { AnswerFacts } from '../domain/reading/answer-facts.ts';
import type { ItemStatus, UnitStatus } from '../domain/standing/unit-status.ts';

/** What a person should look at in the content of open rounds: nothing is held for it. */
export function contentFindings(statuses: readonly UnitStatus[]): readonly Finding[] {
  const open = statuses.filter((status) => status.round.state === 'Đang mở' && status.versions.length > 0);
  if (open.length === 0) return [];
  const before = previousStatuses(statuses);
  const within = open.flatMap((status) => {
    const previous = before(status);
    return [
      ...status.items.flatMap((item) => differences(status, item)),
      ...copies(status, previous),
      ...(previous ? allBackwards(status, previous) : []),
    ];
  });
  return [...within, ...copiesAcross(open)];
}

/** Named; of more the number. */
const MOST_NAMED = 10;

/** The same texts from several units: one finding for the units that share them, at the first item of the first of them. */
function copiesAcross(open: readonly UnitStatus[]): readonly Finding[] {
  const texts = open.flatMap((status) => fingerprints(status).map((one) => ({ ...one, status })));
  const items = Map.groupBy(texts, ({ status, item }) => `${status.round.id}\n${item}`);
  const copied = [...items.values()].flatMap((own) => copiedAcross(own));
  const sharing = Map.groupBy(copied, (own) =>
    own.map(({ status }) => `${status.round.id}/${status.unit.code}`).join(),
  );
  return [...sharing.values()].flatMap((shared) => {
    const [[first, ...others] = []] = shared;
    if (!first) return [];
    const names = others.slice(0, MOST_NAMED).map(({ status }) => status.unit.shortName);
    const more = others.length > MOST_NAMED ? ` và ${others.length - MOST_NAMED} đơn vị nữa` : '';
    const same = shared.map(([one]) => one?.item).join(', ');
    return about(
      first.status,
      first.item,
      `nội dung mục ${same} gần như trùng với báo cáo của ${names.join(', ')}${more}`,
      'mỗi đơn vị nêu tình hình của mình',
      'đọc các báo cáo này; nếu chép của nhau, đề nghị đơn vị báo cáo lại',
    );
  });
}

function about({ round, unit }: UnitStatus, item: string, found: string, expected: string, fix: string): Finding {
  return finding(where(matrix, `${round.id}/${unit.code}/${item}`, 'content'), {
    level: 'warning',
    found,
    expected,
    fix,
  });
}

function differences(status: UnitStatus, { item, difference }: ItemStatus): readonly Finding[] {
  if (!difference) return [];
  const { older, newer } = difference;
  const own = (version: string) => ownCode(version, status.unit.code);
  return [
    about(
      status,
      item,
      `hai báo cáo trả lời khác nhau: ${own(older.version)} và ${own(newer.version)}; đang dùng ${own(newer.version)}, trả lời sau`,
      'các báo cáo của một đơn vị thống nhất về một mục',
      `hỏi lại đơn vị bản nào đúng rồi thêm dòng "Dùng nội dung của" (Kỳ: ${status.round.id}, Đơn vị: ${status.unit.code}, Mục: ${item}, Giá trị: ${own(older.version)} hoặc ${own(newer.version)})`,
    ),
  ];
}

function copies(status: UnitStatus, previous: UnitStatus | null): readonly Finding[] {
  const found = findCopies({ items: fingerprints(status), previous: previous ? fingerprints(previous) : [] });
  return found.map((copy) => {
    const percent = `${Math.round(copy.similarity * 100)}%`;
    const [what, fix] = copyWords(copy, previous);
    return about(status, copy.item, `giống ${percent} ${what}`, 'nội dung riêng của mục và của kỳ này', fix);
  });
}

function copyWords({ sameAs, other }: Copy, previous: UnitStatus | null): readonly [string, string] {
  return sameAs === 'item'
    ? [`nội dung mục ${other} của cùng báo cáo`, 'đọc hai mục; nếu chép nhầm, đề nghị đơn vị gửi lại mục này']
    : [
        `nội dung mục ${other} của kỳ ${previous?.round.id ?? ''}`,
        'đọc lại; nếu chỉ sửa ngày tháng, đề nghị đơn vị cập nhật tình hình của kỳ này',
      ];
}

/** The longest text of each item stands for it. */
function fingerprints({ items }: UnitStatus): readonly Fingerprint[] {
  return items.flatMap(({ item, content }) => {
    const [longest] = content.toSorted((a, b) => b.facts.length - a.facts.length);
    return longest?.facts.fingerprint ? [{ item, fingerprint: longest.facts.fingerprint }] : [];
  });
}

function allBackwards(status: UnitStatus, previous: UnitStatus): readonly Finding[] {
  const before = previous.items.flatMap(({ content }) => content);
  const earlier = new Map(before.map(({ question, facts }) => [question, facts]));
  return status.items.flatMap((item) => backwards(status, item, { round: previous.round, earlier }));
}

type Earlier = { readonly round: UnitStatus['round']; readonly earlier: ReadonlyMap<string, AnswerFacts> };

function backwards(status: UnitStatus, { item, content }: ItemStatus, { round, earlier }: Earlier): readonly Finding[] {
  for (const { question, facts } of content) {
    const step = progressBackwards(earlier.get(question), facts);
    if (!step) continue;
    return [
      about(
        status,
        item,
        `tiến độ lùi: kỳ ${round.id} ghi "${step.from}", kỳ này ghi "${step.to}"`,
        'tiến độ không lùi so với kỳ trước, hoặc có giải trình',
        'trao đổi với đơn vị để thống nhất số liệu',
      ),
    ];
  }
  return [];
}

/** Finds where the same unit stood in the last round before, if it filed then. */
function previousStatuses(statuses: readonly UnitStatus[]): (status: UnitStatus) => UnitStatus | null {
  const filed = statuses.filter((status) => status.versions.length > 0);
  const byUnit = Map.groupBy(filed, (status) => status.unit.code);
  return ({ unit, round }) =>
    (byUnit.get(unit.code) ?? [])
      .filter((other) => Temporal.Instant.compare(other.round.opensAt, round.opensAt) < 0)
      .sort((a, b) => Temporal.Instant.compare(a.round.opensAt, b.round.opensAt))
      .at(-1) ?? null;
}
