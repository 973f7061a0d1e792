import { describe, expect, test } from 'vitest';
import { linkCode } from '../../functions/domain/links/codes.ts';
import { questionId } from '../../functions/domain/links/form-links.ts';
import type { FormResponse } from '../../functions/ports.ts';
import { type IntakeSources, planIntake } from '../../functions/sync/intake.ts';
import { firstOutline } from '../../sheets-schema/first-outline.ts';
import { formKindOf, identification } from '../../sheets-schema/form.ts';
import { OUTLINE_VERSION, outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import { toLocal } from '../../sheets-schema/zone.ts';
import { aReport, aRound, at, day } from '../domain/notices/notice-world.ts';

const SECRET = '0123456789abcdef';
const open = aRound({ outlineVersion: OUTLINE_VERSION });
const closed = aRound({ id: '2025-04', state: 'Đã đóng' });
const later = aRound({ id: '2025-11', opensAt: at('2025-11-20 08:00') });

const sources: IntakeSources = {
  now: at('2025-10-24 10:00'),
  linkSecrets: [SECRET],
  formId: '1aFormOfThisFile',
  rounds: [closed, open],
  closedAt: new Map(),
  formerRounds: [],
  linkChanges: () => [],
  units: citySeeds.map(({ code }) => code),
  outline: outlineSeeds,
  reports: [],
  recorded: { answers: [], filers: [] },
  atMost: Number.POSITIVE_INFINITY,
  refused: new Map(),
};

/** The form's id of an outline question. */
function idOf(key: string): string {
  const question = outlineSeeds.find((one) => one.question === key);
  if (!question) throw new Error(`No outline question ${key}.`);
  return questionId(key, formKindOf[question.type]);
}

type Fixed = Partial<Record<keyof typeof identification, string>>;

/** A response of HPG through its own link. @param content outline question → text */
function aResponse(
  content: Readonly<Record<string, string>> = {},
  fixed: Fixed = {},
  own: Partial<FormResponse> = {},
): FormResponse {
  const filled: Fixed = { unit: 'Hải Phòng', code: linkCode(SECRET, '2025-10', 'HPG'), ...fixed };
  return {
    responseId: 'ACYDBNi84',
    createTime: '2025-10-24T02:59:00.123456Z',
    lastSubmittedTime: '2025-10-24T02:59:00.123456Z',
    respondentEmail: null,
    answers: new Map([
      ...Object.entries(filled).map(([name, text]) => {
        const { key, kind } = identification[name as keyof typeof identification];
        return [questionId(key, kind), [text]] as const;
      }),
      ...Object.entries(content).map(([question, text]) => [idOf(question), [text]] as const),
    ]),
    ...own,
  };
}

const reportOf = (response: FormResponse, own: Partial<IntakeSources> = {}) =>
  planIntake([response], { ...sources, ...own }).reports[0];

describe('whose it is', () => {
  test.each<[string, Fixed, object]>([
    ['the right code', {}, { round: '2025-10', unit: 'HPG', identity: 'Mã hợp lệ' }],
    [
      'the right code, another name chosen',
      { unit: 'Huế' },
      { unit: 'HPG', identity: 'Mã hợp lệ', claimedUnit: 'Huế' },
    ],
    [
      'the code of an old round',
      { code: linkCode(SECRET, '2025-04', 'HPG') },
      { round: '2025-04', unit: 'HPG', identity: 'Mã hợp lệ' },
    ],
    [
      'a wrong code',
      { code: 'HPG-000000000000' },
      { round: '2025-10', unit: null, identity: 'Chờ xác minh đơn vị', claimedUnit: 'Hải Phòng' },
    ],
    [
      'no code, a name as people write it',
      { code: '', unit: 'TP. Hai Phong' },
      { unit: null, claimedUnit: 'TP. Hai Phong' },
    ],
    ['no code, a name nobody knows', { code: '', unit: 'Tỉnh Lạ' }, { unit: null, claimedUnit: 'Tỉnh Lạ' }],
  ])('%s', (_what, fixed, expected) => {
    expect(reportOf(aResponse({}, fixed))).toMatchObject(expected);
  });

  test('an edit keeps its owner when the code was damaged', () => {
    const earlier = aReport('BC-HPG-1', '2025-10-24 09:00', { responseId: 'ACYDBNi84', round: '2025-04' });
    expect(reportOf(aResponse({}, { code: 'x' }), { reports: [earlier] })).toMatchObject({
      round: '2025-04',
      unit: 'HPG',
      identity: 'Theo phiên bản trước',
    });
  });

  test('an edit in the same run keeps its owner too', () => {
    const edit = aResponse({}, { code: 'x' }, { lastSubmittedTime: '2025-10-24T03:10:00.000001Z' });
    const [first, second] = planIntake([aResponse(), edit], sources).reports;
    expect(second).toMatchObject({ unit: 'HPG', identity: 'Theo phiên bản trước' });
    expect(first?.version).not.toBe(second?.version);
  });

  test.each<[string, Round[], string | null]>([
    ['of several open rounds the latest', [later, open], '2025-11'],
    ['a round that has begun and is not marked open yet', [closed, { ...open, state: 'Chuẩn bị' }], '2025-10'],
    ['no round that has yet to begin', [closed, { ...later, state: 'Chuẩn bị' }], null],
  ])('without the code it belongs to %s', (_which, rounds, round) => {
    expect(reportOf(aResponse({}, { code: '' }), { rounds })).toMatchObject({ round, unit: null });
  });

  test('without an open round it belongs to none', () => {
    expect(reportOf(aResponse({}, { code: '' }), { rounds: [closed] })).toMatchObject({ round: null, unit: null });
  });
});

test.each<[string, Fixed, string | null]>([
  ['as it was typed', { claim: ' bc–cxm–7k3m 2qxw ' }, 'bc–cxm–7k3m 2qxw'],
  ['also where nobody knows whose link it is', { code: '', claim: 'BC-CXM-7K3M2QXW' }, 'BC-CXM-7K3M2QXW'],
  ['as nothing where nothing was typed', {}, null],
])('which version is claimed stands in the log, %s, and is no answer', (_, fixed, claims) => {
  const { reports, answers } = planIntake([aResponse({}, fixed)], sources);
  expect([reports[0]?.claims, answers]).toEqual([claims, []]);
});

test('a claim that no column takes is cut and told', () => {
  const { reports, answers } = planIntake([aResponse({}, { claim: 'BC-CXM-7K3M2QXW '.repeat(500) })], sources);
  expect(reports[0]?.claims).toContain('BC-CXM-7K3M2QXW');
  expect(answers.map(({ question }) => question)).toEqual([identification.claim.key]);
});

test('times and numbers of a report stand as they came', () => {
  const response = aResponse({}, { officialNumber: ' 412/BC-UBND ', officialDate: '2025-10-24' });
  expect(reportOf(response)).toMatchObject({
    createTime: '2025-10-24T02:59:00.123456Z',
    lastSubmittedTime: '2025-10-24T02:59:00.123456Z',
    officialNumber: '412/BC-UBND',
    outlineVersion: OUTLINE_VERSION,
    seenAt: sources.now,
  });
  expect(reportOf(response)?.officialDate?.equals(day('2025-10-24'))).toBe(true);
});

test.each<[string, string, string]>([
  ['2025-10-29T16:59:59.999999Z', '2025-10-29T17:30:00.000001Z', '2025-10-29 23:59:59 · 2025-10-30 00:30:00'],
  ['2025-12-31T17:00:00Z', '2025-12-31T17:00:00Z', '2026-01-01 00:00:00 · 2026-01-01 00:00:00'],
])(
  'beside the time as received (%s, %s) stands the one that people read: %s',
  (createTime, lastSubmittedTime, read) => {
    const report = reportOf(aResponse({}, {}, { createTime, lastSubmittedTime }));
    expect(report).toMatchObject({ createTime, lastSubmittedTime });
    const shown = [report?.createdAt, report?.submittedAt].map(
      (moment) => moment && toLocal(moment).toString().replace('T', ' '),
    );
    expect(shown.join(' · ')).toBe(read);
  },
);

const LONG_LINK = `https://vanban.hpg.example/${'a'.repeat(3000)}`;
const DECOMPOSED = 'https://vanban.hpg.example/Báo cáo.pdf'.replace(' ', '_').normalize('NFD');

test.each<[string, string | null]>([
  ['https://vanban.hpg.example/412?x=1&y=%20', 'https://vanban.hpg.example/412?x=1&y=%20'],
  [' HTTP://vanban.hpg.example/412 ', 'HTTP://vanban.hpg.example/412'],
  [DECOMPOSED, DECOMPOSED],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['vanban.hpg.example/412', 'vanban.hpg.example/412'],
  ['Gửi  qua trục  liên thông'.normalize('NFD'), 'Gửi qua trục liên thông'],
  ['   ', null],
])('where the official document is stays as it was typed: "%s"', (officialLink, kept) => {
  expect(reportOf(aResponse({}, { officialLink }))?.officialLink).toBe(kept);
});

test('a link longer than its column is asked about', () => {
  const { reports, answers } = planIntake([aResponse({}, { officialLink: LONG_LINK })], sources);
  expect(reports[0]?.officialLink).toBe(LONG_LINK);
  expect(answers.map(({ question }) => question)).toContain(identification.officialLink.key);
});

test.each<[string, boolean]>([
  ['tranvanthu', false],
  ['sxd@hpg', false],
  ['không có', false],
  ['sxd@hpg.example', true],
  ['Sở Xây dựng <sxd@hpg.example>', true],
  ['sxd@hpg.example; vanthu@hpg.example', true],
])('an e-mail that is no address is asked about: "%s" is one: %s', (email, isOne) => {
  const { answers, filers } = planIntake([aResponse({}, { email })], sources);
  expect(answers.filter(({ question }) => question === identification.email.key)).toHaveLength(isOne ? 0 : 1);
  expect(JSON.stringify(answers)).not.toContain(email);
  expect(filers[0]?.email).toBe(email);
});

test('what the unit says of a part for some units is kept beside what the register says', () => {
  const response = aResponse();
  const { key, yes } = firstOutline.gate;
  const answers = new Map([...response.answers, [questionId(key, 'branch'), [yes]]]);
  expect(reportOf({ ...response, answers })?.gates).toBe(yes);
});

test('a person stands in one row, and in no other', () => {
  const person = {
    filer: 'Trần Thị Mẫu',
    position: 'Chuyên viên',
    office: 'Sở Xây dựng',
    email: 'sxd@hpg.example',
    phone: '0225 0000000',
  };
  const { filers, reports, answers } = planIntake([aResponse({ '1.1': 'Đã rà soát 04 đề án.' }, person)], sources);
  expect(filers).toEqual([
    {
      version: reports[0]?.version,
      name: 'Trần Thị Mẫu',
      position: 'Chuyên viên, Sở Xây dựng',
      email: 'sxd@hpg.example',
      phone: '0225 0000000',
    },
  ]);
  const others = JSON.stringify([reports, answers]);
  for (const words of Object.values(person)) expect(others).not.toContain(words);
});

describe('answers', () => {
  const rowsOf = (text: string, question = '1.4') => planIntake([aResponse({ [question]: text })], sources).answers;

  test('a short one is one row with what was read of it', () => {
    expect(rowsOf('Không có')).toEqual([
      {
        version: expect.any(String),
        question: '1.4',
        part: 1,
        facts: expect.stringContaining('"negative"'),
        excerpt: 'Không có',
        text: 'Không có',
      },
    ]);
  });

  test('60,000 characters are parted, and joined again the same', () => {
    const text = `${'Đã rà soát đề án. '.repeat(3_400)}🏙️`.slice(0, 60_000);
    const rows = rowsOf(text);
    expect(rows.map(({ part }) => part)).toEqual([1, 2]);
    expect(rows.map(({ text: part }) => part).join('')).toBe(text);
    for (const { text: part } of rows) expect(part?.length).toBeLessThanOrEqual(40_000);
    expect(rows.map(({ facts, excerpt }) => [facts !== null, excerpt !== null])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  test('a day is read as people write it', () => {
    expect(rowsOf('2025-07-30', '1.3-ngay')[0]).toMatchObject({ text: '2025-07-30', excerpt: '30/07/2025' });
  });

  test('one marked as a state secret is not copied', () => {
    const rows = rowsOf('MẬT. Số liệu về bố trí lực lượng tại cảng: 12 vị trí.');
    expect(JSON.stringify(rows)).not.toContain('bố trí lực lượng');
    expect(rows[0]?.facts).toContain('secret');
  });

  test('one to a question nobody asked is kept under its id', () => {
    const response = aResponse();
    const answers = new Map([...response.answers, ['0badc0de', ['câu hỏi thêm tay']]]);
    const rows = planIntake([{ ...response, answers }], sources).answers;
    expect(rows).toEqual([expect.objectContaining({ question: '?0badc0de', text: 'câu hỏi thêm tay' })]);
  });
});

test('a burst is taken in bites of one commit, oldest first, and says that more waits', () => {
  const long = 'Đã rà soát. '.repeat(5_000);
  const burst = Array.from({ length: 15 }, (_, index) =>
    aResponse(
      { '1.1': long },
      {},
      { responseId: `r${index}`, lastSubmittedTime: `2025-10-24T02:00:${String(index).padStart(2, '0')}Z` },
    ),
  );
  const bite = planIntake(burst, sources);
  expect(bite.reports.length).toBeGreaterThan(5);
  expect(bite.more).toBe(true);
  expect(bite.reports.map(({ responseId }) => responseId)).toEqual(
    burst.slice(0, bite.reports.length).map(({ responseId }) => responseId),
  );
});

test('one response larger than a bite is taken alone', () => {
  const huge = aResponse({ '1.1': 'x'.repeat(700_000) });
  expect(planIntake([huge, aResponse()], sources)).toMatchObject({
    reports: [{ responseId: 'ACYDBNi84' }],
    more: true,
  });
});
