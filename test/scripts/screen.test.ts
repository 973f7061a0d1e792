import { expect, test } from 'vitest';
import { type ProblemCode, type ProblemDetails, problem, problemCodes } from '../../functions/shared/problem.ts';
import { command } from '../../scripts/screen/command.ts';
import { told, whatWasAsked } from '../../scripts/screen/told.ts';
import { sourceFiles } from '../support/import-graph.ts';

const sources = [...sourceFiles()];

/** Of those who build the system. */
const FOR_DEVELOPERS = new Set(['build', 'docs', 'pictures', 'simulate'].map((name) => `scripts/${name}.ts`));
const commands = sources.filter(
  ([file, text]) => /^scripts\/[\w-]+\.ts$/.test(file) && !FOR_DEVELOPERS.has(file) && /\b[cC]ommand\('/.test(text),
);

const isVietnamese = (text: string) => /[à-ỹđ]/i.test(text) && !/\b(?:the|and|was|is|not|are|of)\b/i.test(text);

/** By what each problem may be told: words of Google's or of a server stay theirs. */
const details: ProblemDetails = {
  'config.invalid': [['X còn thiếu.']],
  'google.unreachable': ['the commit to the spreadsheet 1aB', '503', 5],
  'google.refused': ['the reading of the form', 403, 'PERMISSION_DENIED'],
  'commit.refused': ['1aB', 'Invalid'],
  'form.refused': ['Invalid'],
  'links.secret': [],
  'commit.disputed': [5],
  'commit.blocked': [7],
  'workbook.newer': ['9.9.9'],
  'workbook.older': [],
  'workbook.unprovisioned': ['the tab "_hệ thống"'],
  'archive.incomplete': ['1aB', 3],
  'watch.topic': ['projects/p/topics/t', '403 denied'],
  'watch.blocked': ['RESPONSES'],
  'provision.unclear': ['Sổ'],
  'clock.unreachable': ['http://127.0.0.1:1'],
  'mail.unreachable': ['ECONNREFUSED'],
  'mail.unread': ['ECONNREFUSED'],
};
const isTold = <C extends ProblemCode>(code: C) => String(told(problem(code, details[code])));

test.each(problemCodes.map((code) => [code]))('%s is told in Vietnamese, with its code', (code) => {
  const said = isTold(code);
  expect(said).toContain(`(mã lỗi: ${code})`);
  expect(said.split('\n').filter((line) => !isVietnamese(line))).toEqual([]);
});

test('whatever is asked of Google has a name in Vietnamese', () => {
  const asked = sources
    .filter(([file]) => file.startsWith('functions/google/'))
    .flatMap(([, text]) => [...text.matchAll(/['`](the [a-z][^'`\n]*)['`]/g)].map(([, what = '']) => what))
    .map((what) => what.replaceAll(/\$\{[^}]*\}/g, 'X'));
  expect(asked.length).toBeGreaterThan(15);
  expect(asked.filter((what) => !isVietnamese(whatWasAsked(what) ?? ''))).toEqual([]);
});

test.each([
  [
    Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', path: 'a.docx' }),
    'Không thấy tệp, thư mục: a.docx.',
  ],
  [new Error('Kỳ 2025-10 chưa đóng.'), 'Kỳ 2025-10 chưa đóng.'],
])('%s is told as %s', (error, words) => {
  expect(told(error)).toBe(words);
});

test('what nobody foresaw is shown whole, with where it happened', () => {
  const error = new TypeError('x is not a function');
  expect(told(error)).toBe(error);
});

test.each(commands)('%s says of itself in Vietnamese what it does', (_file, text) => {
  expect(text).not.toContain('new Command(');
  const declared = text.slice(text.indexOf("command('"), text.search(/\.parse(?:Async)?\(/));
  const said = [...declared.matchAll(/(['"`])((?:(?!\1).)+)\1/g)]
    .map(([, , one = '']) => one)
    .filter((one) => /\s/.test(one) && !/^--[\w-]+ <[\w.]+>$/.test(one));
  expect(said).not.toEqual([]);
  expect(said.filter((one) => !isVietnamese(one))).toEqual([]);
});

/** What a call says before it ends. */
function saidBy(...words: string[]): string {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const tried = command('thu')
    .description('Thử.')
    .argument('<tep>', 'tệp')
    .requiredOption('--so <n>', 'số')
    .option('--noi <folder>', 'nơi', 'sao-luu')
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write });
  try {
    tried.parse(words, { from: 'user' });
  } catch {
    // It has ended.
  }
  return said.replace('\nXem hướng dẫn: thêm --help\n', '');
}

test.each([
  [['a'], 'Thiếu tùy chọn --so <n>.'],
  [['--so', '1'], 'Thiếu <tep>.'],
  [['a', '--so'], 'Tùy chọn --so <n> thiếu giá trị.'],
  [['a', '--so', '1', '--noii', 'b'], 'Không có tùy chọn --noii; có phải là --noi?'],
  [['a', '--so', '1', '--khac'], 'Không có tùy chọn --khac.'],
  [['a', 'b', '--so', '1'], 'Thừa: a, b. Giá trị có dấu cách thì đặt trong dấu ngoặc kép.'],
])('a call with %j is told what is wrong', (words, expected) => {
  expect(saidBy(...words)).toBe(expected);
});

test('the help has no word of another language', () => {
  expect(saidBy('--help')).toBe(
    [
      'Cách dùng: npm run thu -- [tùy chọn] <tep>',
      '',
      'Thử.',
      '',
      'Đối số:',
      '  tep             tệp',
      '',
      'Tùy chọn:',
      '  --so <n>        số',
      '  --noi <folder>  nơi (mặc định: sao-luu)',
      '  -h, --help      hiện hướng dẫn này',
      '',
    ].join('\n'),
  );
});
