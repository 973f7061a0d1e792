import Mustache from 'mustache';
import { describe, expect, test } from 'vitest';
import { makers } from '../../functions/domain/notices/owed/makers.ts';
import { defineKind, type KeyFacts, type KindDeclaration } from '../../sheets-schema/notice-kinds/define-kind.ts';
import {
  bindingDays,
  commonVariables,
  exampleView,
  type TemplateVariable,
} from '../../sheets-schema/notice-kinds/variables.ts';
import { isInternal, keyFacts, kinds, type NoticeKind, noticeKinds } from '../../sheets-schema/notice-kinds.ts';
import { MAIL_FOOTER } from '../../sheets-schema/seed/mail-footer.ts';
import { decisionKinds } from '../../sheets-schema/tabs/decisions.ts';
import { termsOfMails } from '../../sheets-schema/terms.ts';
import { sourceFiles } from '../support/import-graph.ts';

type Part = 'subject' | 'body';
type View = Readonly<Record<string, unknown>>;

function textOf(kind: NoticeKind, part: Part): string {
  return kinds[kind][part];
}

/** A list that ends a body leaves a line break behind; mails are trimmed. */
function render(text: string, view: View): string {
  return Mustache.render(text, view, {}, { escape: String }).trimEnd();
}

function rendered(kind: NoticeKind, part: Part, said: View = {}): string {
  return render(textOf(kind, part), { ...exampleView(kinds[kind].variables), ...said });
}

/** Names a text uses where they are not declared; a row's fields count only inside its section. */
function undeclared(tokens: readonly unknown[], variables: readonly TemplateVariable[]): string[] {
  return tokens.flatMap((token) => {
    const [type, name, , , inner] = token as [string, string, number, number, unknown[]?];
    if (type === 'text') return [];
    const variable = variables.find((one) => one.name === name);
    if (!variable || !['name', '#', '^'].includes(type)) return [`${type} ${name}`];
    const fields = type === '#' && variable.kind === 'rows' ? variable.fields : [];
    return undeclared(Array.isArray(inner) ? inner : [], [...fields, ...variables]);
  });
}

/** Views with every flag up, every flag down, and every list and every optional text empty. */
function extremes(kind: NoticeKind): readonly View[] {
  const variables = kinds[kind].variables;
  const where = (type: TemplateVariable['kind'], value: unknown) =>
    Object.fromEntries(variables.filter((one) => one.kind === type).map((one) => [one.name, value]));
  const example = exampleView(variables);
  const none = { ly_do: '' };
  return [
    example,
    { ...example, ...where('flag', true) },
    { ...example, ...where('flag', false) },
    { ...example, ...where('flag', false), ...where('rows', []), ...none },
  ];
}

/** Keys are read for ever: one of these may be added to, and never changed. */
const KEYS = [
  ['Đề nghị gửi báo cáo', 'moi'],
  ['Xác nhận tiếp nhận', 'tiep-nhan'],
  ['Nhắc việc', 'nhac'],
  ['Quá hạn lần 1', 'qua-han'],
  ['Quá hạn lần 2', 'qua-han'],
  ['Gia hạn', 'gia-han'],
  ['Đề nghị bổ sung', 'bo-sung'],
  ['Trả lại', 'tra-lai'],
  ['Nhiệm vụ quá hạn', 'nhiem-vu'],
  ['Bản tin điều phối', 'ban-tin'],
  ['Báo cáo lãnh đạo', 'lanh-dao'],
] as const;

function sharedFacts(kind: KindDeclaration): KeyFacts {
  const { title, occasion, deed, shownOn, variables, subject, body, ...shared } = kind;
  return shared;
}

describe('a declaration', () => {
  test('keeps the key under which the kind was first written', () => {
    expect(KEYS.map(([kind]) => [kind, kinds[kind].key])).toEqual(KEYS);
  });

  test.each([...Map.groupBy(noticeKinds, (kind) => kinds[kind].key)])(
    'says the same of every kind called %s in keys: the ledger knows them by it',
    (key, named) => {
      const [first, ...others] = named.map((kind) => sharedFacts(kinds[kind]));
      for (const other of others) expect(other).toEqual(first);
      expect(keyFacts[key]).toMatchObject(first ?? {});
      expect(key).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    },
  );

  test.each(noticeKinds)('of what stays inside the ministry shows a unit nothing (%s)', (kind) => {
    const { deed, button } = kinds[kind];
    if (isInternal(kinds[kind])) expect({ deed, button }).toEqual({ deed: null, button: null });
    else expect(deed).toMatch(/^gửi /);
  });

  test('with anything left out does not compile', () => {
    const { lane, ...half } = kinds['Nhắc việc'];
    // @ts-expect-error nobody said whether it waits for other mails of its unit
    expect(defineKind(half)).toEqual({ ...kinds['Nhắc việc'], lane: undefined });
    const { 'Nhắc việc': _, ...others } = makers;
    // @ts-expect-error nobody says when a reminder falls due
    const all: typeof makers = others;
    expect(Object.keys(all)).not.toContain('Nhắc việc');
  });
});

describe('what is asked of a kind is declared', () => {
  /** Decisions have kinds too, and one is called as a kind of notice is. */
  const decisions: ReadonlySet<string> = new Set(decisionKinds);
  /** Lines that ask a kind for its name, outside the files that say when it falls due. */
  const askedByName = (files: Iterable<readonly [string, string]>) => {
    const names = KEYS.flat();
    const [any, noDecision] = [names, names.filter((name) => !decisions.has(name))].map((some) => some.join('|'));
    const comparison = new RegExp(
      `(?:[!=]==\\s*|case )'(?:${any})'|'(?:${any})'\\s*[!=]==|\\[[^\\]]*'(?:${noDecision})'[^\\]]*\\](?:\\.includes\\(|\\))`,
    );
    return [...files].flatMap(([file, text]) =>
      /^(?:functions|scripts)\//.test(file) && !file.startsWith('functions/domain/notices/owed/')
        ? text.split('\n').flatMap((line) => (comparison.test(line) ? [`${file}: ${line.trim()}`] : []))
        : [],
    );
  };

  test('so nothing asks for it by name but what makes it', () => expect(askedByName(sourceFiles())).toEqual([]));

  test.each([
    "  if (kind !== 'Báo cáo lãnh đạo') return null;",
    "    case 'Trả lại':",
    "  return parts?.kind === 'ban-tin';",
    "  return ['nhac', 'qua-han'].includes(kind);",
    "const uncounted = new Set(['tiep-nhan', 'ban-tin']);",
  ])('and whoever does is seen: %s', (line) => {
    expect(askedByName([['functions/letters/planted.ts', line]])).toHaveLength(1);
  });
});

describe.each(noticeKinds)('%s', (kind) => {
  const variables = kinds[kind].variables;

  test.each(['subject', 'body'] as const)('the %s uses declared names only', (part) => {
    expect(textOf(kind, part)).not.toBe('');
    expect(undeclared(Mustache.parse(textOf(kind, part)), variables)).toEqual([]);
  });

  test('names are plain ASCII, and each means one thing', () => {
    const names = variables.map((variable) => variable.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  test('with any flag up or down it reads well', () => {
    for (const view of extremes(kind)) {
      const text = render(textOf(kind, 'body'), view);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object/);
      expect(text).not.toMatch(/\n{3,}| {2,}| \n|^\s|\s[.,;:]/);
      expect(render(textOf(kind, 'subject'), view)).toMatch(/^\[[^\]]+\] \S[^\n{}]+$/u);
    }
  });

  test('it opens with the addressee, and lists with "– "', () => {
    const [salutation, ...paragraphs] = rendered(kind, 'body').split('\n\n');
    expect(salutation).toMatch(/^Kính gửi: \S/);
    const listed = paragraphs.flatMap((paragraph) => paragraph.split('\n').slice(1));
    expect(listed.filter((line) => !line.startsWith('– '))).toEqual([]);
  });
});

describe('the first sentence says what is asked and by when', () => {
  test.each<[NoticeKind, RegExp]>([
    ['Đề nghị gửi báo cáo', /^Đề nghị .* gửi báo cáo .* hạn cuối hết ngày 24\/10\/2025/],
    ['Nhắc việc', /^Đề nghị .* gửi báo cáo .* hạn cuối hết ngày 24\/10\/2025/],
    ['Quá hạn lần 1', /^Đề nghị .* sớm gửi báo cáo .* quá hạn 03 ngày làm việc/],
    ['Quá hạn lần 2', /^Đề nghị .* gửi báo cáo .* trước 16:00 ngày 31\/10\/2025/],
    ['Gia hạn', /đồng ý gia hạn; đề nghị .* gửi báo cáo .* chậm nhất hết ngày 24\/10\/2025\.$/],
    ['Đề nghị bổ sung', /^Đề nghị .* bổ sung, làm rõ 01 nội dung .* chậm nhất hết ngày 03\/11\/2025/],
    ['Trả lại', /^Đề nghị .* gửi lại báo cáo .* chậm nhất hết ngày 03\/11\/2025/],
    ['Nhiệm vụ quá hạn', /^Đề nghị .* 01 nhiệm vụ quá hạn .* trước 16:00 ngày 31\/10\/2025/],
    ['Bản tin điều phối', /^Đang dừng:$/m],
    ['Báo cáo lãnh đạo', /^Kính trình .* cho ý kiến việc ban hành công văn đôn đốc/],
    ['Xác nhận tiếp nhận', /đã tiếp nhận .* lúc 15:40 ngày 23\/10\/2025 \(mã tiếp nhận BC-7K2M\)/],
  ])('%s', (kind, sentence) => expect(rendered(kind, 'body').split('\n\n')[1]).toMatch(sentence));
});

test.each(noticeKinds.filter((kind) => !isInternal(kinds[kind])))(
  '%s says nothing in the words of the register',
  (kind) => {
    const said = extremes(kind).flatMap((view) =>
      (['subject', 'body'] as const).map((part) => render(textOf(kind, part), view)),
    );
    expect(said.flatMap((text) => termsOfMails.flatMap(({ instead }) => instead.exec(text)?.[0] ?? []))).toEqual([]);
  },
);

describe('a mail with a button', () => {
  const asking = noticeKinds.filter((kind) => kinds[kind].button !== null);
  const link = 'https://bieumau.example/r/HPG';

  test.each(asking)('%s says what is asked, then its address, once, then the rest', (kind) => {
    for (const view of extremes(kind)) {
      const body = render(textOf(kind, 'body'), { ...view, link });
      const [, ask = '', address = ''] = body.split('\n\n');
      if (!body.includes(link)) continue;
      expect(ask).toMatch(/[Đđ]ề nghị|đã tiếp nhận/);
      expect(address).toMatch(new RegExp(`^[^\\n]*: ${link}(?:\\n|$)`));
      if (view['co_ky_dang_mo'] !== true) expect(body.split(link)).toHaveLength(2);
    }
  });

  test.each(asking)('%s names the day in what it asks, and that day stands out', (kind) => {
    const { variables, asksFor } = kinds[kind];
    if (asksFor === null || asksFor === 'confirmation') return;
    const days = bindingDays(variables).map((name) => exampleView(variables)[name]);
    const ask = rendered(kind, 'body').split('\n\n')[1] ?? '';
    expect(
      days.some((day) => ask.includes(String(day))),
      kind,
    ).toBe(true);
  });
});

describe('subjects', () => {
  test.each<[NoticeKind, string]>([
    [
      'Nhắc việc',
      '[Nhắc việc] Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025) – hạn cuối hết ngày 24/10/2025 – Hải Phòng',
    ],
    [
      'Quá hạn lần 1',
      '[Quá hạn] Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025) – chưa nhận được báo cáo của Hải Phòng (lần 1)',
    ],
    [
      'Quá hạn lần 2',
      '[Quá hạn – lần 2] Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025) – đề nghị sớm gửi – Hải Phòng',
    ],
    [
      'Báo cáo lãnh đạo',
      '[Báo cáo Lãnh đạo] 01 báo cáo quá hạn, kính xin ý kiến chỉ đạo – Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025)',
    ],
    [
      'Đề nghị bổ sung',
      '[Đề nghị bổ sung] Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025) của Hải Phòng – 01 nội dung cần bổ sung, làm rõ',
    ],
    [
      'Xác nhận tiếp nhận',
      '[Đã tiếp nhận] Báo cáo tình hình triển khai đô thị thông minh (tháng 10/2025) – Hải Phòng – BC-7K2M',
    ],
    ['Bản tin điều phối', '[Bản tin 29/10/2025] Có việc đang dừng · Quá hạn 2 · Đến hạn hôm nay 0 · Cần xử lý 1'],
  ])('%s', (kind, subject) => expect(rendered(kind, 'subject')).toBe(subject));
});

describe('a reminder', () => {
  test.each([
    ['on the last day', { hom_nay: true, con_ngay: false }, 'Hôm nay là ngày cuối của thời hạn gửi báo cáo.'],
    [
      'on the last working day before a weekend deadline',
      { hom_nay: false, con_ngay: false },
      'Hôm nay là ngày làm việc cuối cùng trước khi hết hạn.',
    ],
    ['one day before', { hom_nay: false, con_ngay: true, so_ngay_lv: '1' }, 'Thời hạn còn 1 ngày làm việc.'],
    ['five days before', { hom_nay: false, con_ngay: true, so_ngay_lv: '5' }, 'Thời hạn còn 5 ngày làm việc.'],
  ])('%s counts as people do', (_when, said, words) => {
    expect(rendered('Nhắc việc', 'body', said).split('\n\n')[1]).toMatch(new RegExp(`hạn cuối .*\\. ${words}$`));
  });

  test('tells of an adjusted deadline beside the words of the document, and only then', () => {
    const words = 'Thời hạn ghi trong văn bản: "trước ngày 24/10/2025"';
    expect(rendered('Nhắc việc', 'body')).toContain(
      `${words} (hết ngày 23/10/2025), nay được điều chỉnh đến hết ngày 24/10/2025.`,
    );
    expect(rendered('Nhắc việc', 'body', { dieu_chinh: false })).toContain(`${words}.`);
  });
});

describe('what a mail says only when it is so', () => {
  test.each<[string, NoticeKind, View, string]>([
    [
      'an invitation to a city that a part is for',
      'Đề nghị gửi báo cáo',
      { muc_rieng: 'Mục 2' },
      'thuộc diện báo cáo Mục 2',
    ],
    ['an invitation to another city', 'Đề nghị gửi báo cáo', { muc_khong_ap_dung: 'Mục 2' }, 'Mục 2 không áp dụng'],
    ['a receipt on time', 'Xác nhận tiếp nhận', { dung_han: true }, 'gửi trong thời hạn'],
    ['a late receipt', 'Xác nhận tiếp nhận', { dung_han: false }, 'gửi sau thời hạn'],
    [
      'a receipt after the lock',
      'Xác nhận tiếp nhận',
      { sau_khoa: true },
      'chờ Cục Phát triển đô thị, Bộ Xây dựng xem xét',
    ],
    ['an extension after a late notice', 'Gia hạn', { rut_thong_bao: true }, 'gửi ngày 24/10/2025 được rút lại'],
    ['an escalation with the draft attached', 'Báo cáo lãnh đạo', { kem_du_thao: true }, 'kèm theo thư này'],
    ['a digest without decisions', 'Bản tin điều phối', { co_viec: false }, 'không có việc cần xử lý'],
  ])('%s', (_case, kind, said, words) => expect(rendered(kind, 'body', said)).toContain(words));

  test('an extension without an earlier late notice withdraws nothing', () => {
    expect(rendered('Gia hạn', 'body', { rut_thong_bao: false })).not.toContain('rút lại');
  });

  test('a complete report is asked for nothing', () => {
    const body = rendered('Xác nhận tiếp nhận', 'body', { con_thieu: false, muc: [] });
    expect(body).not.toMatch(/Đề nghị Quý cơ quan bổ sung|Nội dung cần bổ sung/);
  });
});

describe('the footer', () => {
  test('uses what every mail has', () => {
    expect(undeclared(Mustache.parse(MAIL_FOOTER), commonVariables)).toEqual([]);
  });

  test('names the contact, closes politely and says what the mail is not', () => {
    expect(render(MAIL_FOOTER, exampleView(commonVariables))).toBe(
      [
        'Đầu mối: Tổ giúp việc đô thị thông minh, Cục Phát triển đô thị, Bộ Xây dựng – dothithongminh@boxaydung.example.',
        'Trân trọng.',
        'Thư này không thay thế văn bản hành chính.',
      ].join('\n\n'),
    );
  });
});

test('the check itself sees a name nobody declared, and a field outside its list', () => {
  const variables = kinds['Đề nghị bổ sung'].variables;
  expect(undeclared(Mustache.parse('{{ten_tp}} {{#muc}}{{so_muc}}{{/muc}} {{so_muc}} {{{link}}}'), variables)).toEqual([
    'name ten_tp',
    'name so_muc',
    '& link',
  ]);
});
