import { expect, test } from 'vitest';
import {
  changeIn,
  type StoredAnswer,
  saysSomething,
  validContent,
} from '../../../functions/domain/judging/valid-content.ts';
import { decodeFacts, examineAnswer } from '../../../functions/domain/reading/examine-answer.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';

const questionsOf = (item: string) => outlineSeeds.filter((question) => question.item === item);

/** Versions in the order they came, each by question. */
type Version = Readonly<Record<string, string>>;

function given(...versions: readonly Version[]): readonly StoredAnswer[] {
  return versions.flatMap((answers, index) =>
    Object.entries(answers).map(([question, text]) => ({
      version: `BC-${index + 1}`,
      responseId: `r${index + 1}`,
      question,
      facts: examineAnswer(text),
      excerpt: text,
    })),
  );
}

function valid(item: string, ...versions: readonly Version[]): Record<string, string> {
  const content = validContent(questionsOf(item), given(...versions));
  return Object.fromEntries([...content].map(([question, answer]) => [question, answer.excerpt]));
}

const TEXT = 'Chưa có định mức chi phí thuê dịch vụ nền tảng đô thị thông minh.';

test.each([
  ['a supplement of one item keeps the others', '1.4', [{ '1.4': TEXT }, { '1.5': 'khác' }], { '1.4': TEXT }],
  ['an empty cell takes nothing back', '1.4', [{ '1.4': TEXT }, { '1.4': '' }], { '1.4': TEXT }],
  ['a placeholder takes nothing back', '1.1', [{ '1.1': TEXT }, { '1.1': 'Đang cập nhật' }], { '1.1': TEXT }],
  ['a placeholder alone stands, to be judged', '1.1', [{ '1.1': 'Đang cập nhật' }], { '1.1': 'Đang cập nhật' }],
  [
    'the state chosen last is meant, even when it says that nothing was done',
    '1.3',
    [{ '1.3-trang-thai': 'Đã ban hành' }, { '1.3-trang-thai': 'Chưa xây dựng' }],
    { '1.3-trang-thai': 'Chưa xây dựng' },
  ],
  [
    'a state that reads like a bare status is a choice all the same',
    '1.3',
    [{ '1.3-trang-thai': 'Đã ban hành' }, { '1.3-trang-thai': 'Đang dự thảo' }],
    { '1.3-trang-thai': 'Đang dự thảo' },
  ],
  [
    'a newer "Không có" overrules the difficulties',
    '1.4',
    [{ '1.4': TEXT }, { '1.4-khong-co': 'Không có' }],
    { '1.4-khong-co': 'Không có' },
  ],
  ['newer difficulties overrule "Không có"', '1.4', [{ '1.4-khong-co': 'Không có' }, { '1.4': TEXT }], { '1.4': TEXT }],
  [
    'one version that says both keeps both, to be asked about',
    '1.4',
    [{ '1.4-khong-co': 'Không có', '1.4': TEXT }],
    { '1.4-khong-co': 'Không có', '1.4': TEXT },
  ],
  [
    '"as item 1.4" is a choice as well',
    '2.2',
    [{ '2.2-khong-co': 'Không có' }, { '2.2-khong-co': 'Trùng nội dung mục 1.4' }],
    { '2.2-khong-co': 'Trùng nội dung mục 1.4' },
  ],
])('%s', (_, item, versions, expected) => {
  expect(valid(item, ...(versions as readonly Version[]))).toEqual(expected);
});

/** Two people of one unit, `r1` and `r2`, each with edits of their own, in the order in which they sent them. */
type Sent = readonly [response: string, text: string];
const sentBy = (...sent: readonly Sent[]): readonly StoredAnswer[] =>
  given(...sent.map(([, text]) => ({ '1.1': text }))).map((answer, nth) => ({
    ...answer,
    responseId: sent[nth]?.[0] ?? '',
  }));
const LONG = `${'Rà soát các đề án, '.repeat(30)}trong đó dừng`;

test.each<[string, readonly Sent[], string]>([
  [
    'an edit that left it as it was',
    [
      ['r1', 'Có 02 đề án.'],
      ['r2', 'Có 05 đề án.'],
      ['r1', 'Có 02 đề án.'],
    ],
    'Có 05 đề án.',
  ],
  [
    'two of them',
    [
      ['r1', 'Có 02 đề án.'],
      ['r2', 'Có 05 đề án.'],
      ['r1', 'Có 02 đề án.'],
      ['r1', 'Có 02 đề án.'],
    ],
    'Có 05 đề án.',
  ],
  [
    'an edit that changed it',
    [
      ['r1', 'Có 02 đề án.'],
      ['r2', 'Có 05 đề án.'],
      ['r1', 'Có 03 đề án.'],
    ],
    'Có 03 đề án.',
  ],
  [
    'an edit that goes back to what it had been',
    [
      ['r1', 'Có 02 đề án.'],
      ['r1', 'Có 03 đề án.'],
      ['r2', 'Có 05 đề án.'],
      ['r1', 'Có 02 đề án.'],
    ],
    'Có 02 đề án.',
  ],
  [
    'emptied and filled in again',
    [
      ['r1', 'Có 02 đề án.'],
      ['r2', 'Có 05 đề án.'],
      ['r1', ''],
      ['r1', 'Có 02 đề án.'],
    ],
    'Có 05 đề án.',
  ],
  [
    'a long one changed near its end',
    [
      ['r1', `${LONG} 02.`],
      ['r2', 'Có 05 đề án.'],
      ['r1', `${LONG} 71%.`],
    ],
    `${LONG} 71%.`,
  ],
  [
    'a long one that was left',
    [
      ['r1', `${LONG} 02.`],
      ['r2', 'Có 05 đề án.'],
      ['r1', `${LONG} 02.`],
    ],
    'Có 05 đề án.',
  ],
])('of two people who disagree the newer word counts, not %s', (_, sent, expected) => {
  const content = validContent(questionsOf('1.1'), sentBy(...sent));
  expect(content.get('1.1')?.excerpt).toBe(expected);
});

test.each([
  ['1.1', TEXT, true],
  ['1.1', 'Không có', false],
  ['1.1', 'Đang cập nhật', false],
  ['1.3-trang-thai', '', false],
  ['1.4', 'Không có', true],
  ['1.1', '1.1. Không có', false],
  ['1.4', '1.4) Không có.', true],
  ['1.1', '=A1+B2', false],
  ['1.4', 'asdf asdf asdf', false],
  ['1.4', 'Hiện các phường đang gửi số liệu, thành phố sẽ tổng hợp và báo cáo sau.', false],
  ['1.1', 'Đã rà soát xong, đang rà soát hay chưa; danh mục (tên, loại, số, ký hiệu); kết luận rà soát.', false],
  ['1.1', 'Đã rà soát 05 đề án.', true],
  ['1.4-khong-co', 'Không có', true],
])('%s "%s" makes a report: %s', (key, text, expected) => {
  const question = outlineSeeds.find((one) => one.question === key);
  expect(question && saysSomething(question, examineAnswer(text, question))).toBe(expected);
});

test('what an earlier release took for content makes a report as it did', () => {
  const question = outlineSeeds.find((one) => one.question === '1.4');
  const facts = decodeFacts('{"c":"text","n":60,"v":"Các phường đang gửi số liệu, sẽ báo cáo sau."}');
  expect(question && facts && saysSomething(question, facts)).toBe(true);
});

/** What the last of the versions brings, and instead of what. */
function changed(item: string, ...versions: readonly Version[]): string | null {
  const change = changeIn(questionsOf(item), given(...versions), `BC-${versions.length}`);
  return change && `${change.now.excerpt.slice(0, 12)} < ${change.before?.version ?? 'nothing'}`;
}

const OTHER = 'Còn thiếu nhân lực, đề nghị xem xét.';

test.each<[string, string, readonly Version[], string | null]>([
  ['an item that nobody had answered', '1.4', [{ '1.5': TEXT }, { '1.4': TEXT }], 'Chưa có định < nothing'],
  [
    'an item that only a placeholder had stood for',
    '1.1',
    [{ '1.1': 'Đang cập nhật' }, { '1.1': TEXT }],
    'Chưa có định < BC-1',
  ],
  ['other words', '1.4', [{ '1.4': TEXT }, { '1.5': TEXT }, { '1.4': OTHER }], 'Còn thiếu nh < BC-1'],
  ['"Không có" instead of difficulties', '1.4', [{ '1.4': TEXT }, { '1.4-khong-co': 'Không có' }], 'Không có < BC-1'],
  [
    'another state',
    '1.3',
    [{ '1.3-trang-thai': 'Đang dự thảo' }, { '1.3-trang-thai': 'Đã ban hành' }],
    'Đã ban hành < BC-1',
  ],
  ['the same again is none', '1.4', [{ '1.4': TEXT }, { '1.4': TEXT }], null],
  ['another item is none', '1.4', [{ '1.4': TEXT }, { '1.5': OTHER }], null],
  ['an empty cell is none', '1.4', [{ '1.4': TEXT }, { '1.4': '' }], null],
  ['a placeholder is none', '1.4', [{ '1.4': TEXT }, { '1.4': 'đang cập nhật' }], null],
  ['what changed before the last version is none', '1.4', [{ '1.4': TEXT }, { '1.4': OTHER }, { '1.5': TEXT }], null],
])('the last version changes an item: %s', (_, item, versions, expected) => {
  expect(changed(item, ...versions)).toBe(expected);
});
