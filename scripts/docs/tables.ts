import { environment } from '../../functions/config.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Columns, Owner, Tab } from '../../sheets-schema/define-tab.ts';
import type { KeyFacts } from '../../sheets-schema/notice-kinds/define-kind.ts';
import { asWritten, mustBeSaid, type TemplateVariable } from '../../sheets-schema/notice-kinds/variables.ts';
import { kinds, type NoticeKind, noticeKinds } from '../../sheets-schema/notice-kinds.ts';
import { type Setting, settings } from '../../sheets-schema/setting-list.ts';

/** Puts text between `<!-- name -->` and `<!-- /name -->`. @throws when the marks are not there. */
export function fillBlock(text: string, name: string, block: string): string {
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`No block "${name}" to fill.`);
  return `${text.slice(0, start + from.length)}\n${block}\n${text.slice(end)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

export function environmentTable(): string {
  const rows = Object.entries(environment).map(([name, { doc, example }]) => [`\`${name}\``, doc, `\`${example}\``]);
  return table(['variable', 'meaning', 'example'], rows);
}

/** The same for administrators, in Vietnamese. */
export function meaningsTable(): string {
  const rows = Object.entries(environment).map(([name, { means, example }]) => [
    `\`${name}\``,
    means,
    `\`${example}\``,
  ]);
  return table(['biến', 'nghĩa', 'ví dụ'], rows);
}

export function settingsTable(): string {
  const rows = (Object.values(settings) as Setting<unknown>[]).map(({ title, kind, initial, about }) => [
    title,
    about,
    initial === null ? '–' : inWords(kind.codec.encode(initial)),
  ]);
  return table(['Cài đặt', 'Ý nghĩa', 'ban đầu'], rows);
}

/** A tick box is shown by what one sees of it. */
function inWords(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'đánh dấu' : 'không đánh dấu') : String(value);
}

const owners: Readonly<Record<Owner, string>> = {
  people: 'điều phối viên ghi, hệ thống chỉ đọc',
  projection: 'hệ thống tính lại mỗi lần chạy, không sửa tay',
  log: 'hệ thống ghi thêm, không sửa tay',
  system: 'sổ của hệ thống, không sửa tay',
};

/** Every tab and column, for coordinators and administrators. */
export function schemaReference(): string {
  const tabs = (allTabs as readonly Tab[]).map(tabSection);
  return `# Các tab và cột của bảng tính\n\nTrang này được sinh từ khai báo trong \`sheets-schema/tabs\`; không sửa tay.\n\n${tabs.join('\n')}`;
}

function tabSection(tab: Tab): string {
  const rows = Object.values(tab.columns as Columns).map(({ header, note, expected, empty }) => [
    header,
    note,
    empty === 'allowed' ? `${expected}; được để trống` : expected,
  ]);
  const hidden = tab.hidden ? ' Tab ẩn.' : '';
  return `## ${tab.title}\n\n${tab.about} Ai ghi: ${owners[tab.owner]}.${hidden}\n\n${table(['Cột', 'Nội dung', 'Cách ghi'], rows)}\n`;
}

const audiences: Readonly<Record<KeyFacts['to'], string>> = {
  city: 'đầu mối của đơn vị',
  agency: 'đầu mối của cơ quan nhận thư',
  coordinators: 'điều phối viên',
  leaders: 'lãnh đạo Bộ',
};

const repetitions: Readonly<Record<KeyFacts['repeats'], string>> = {
  once: 'một lần',
  'each step': 'một lần mỗi bước',
  'each deadline': 'một lần mỗi hạn mới',
  'each decision': 'một lần mỗi quyết định',
  'each report': 'một lần mỗi báo cáo',
  'each set of items': 'một lần mỗi nhóm mục còn thiếu',
  'each day': 'một lần mỗi ngày',
};

const turns = {
  unit: 'một thư một ngày cho mỗi đơn vị',
  round: 'một thư một ngày cho mỗi kỳ',
  all: 'một thư một ngày',
  hour: 'một thư một giờ cho mỗi nơi nhận, không chờ thư loại khác',
} as const;

/** When each kind of mail goes, to whom, and how it makes way for others. */
function kindsTable(): string {
  const rows = noticeKinds.map((kind) => {
    const { occasion, to, repeats, hours, lane } = kinds[kind];
    const turn = lane === null ? 'không chờ thư khác' : turns[lane];
    return [
      kind,
      occasion,
      audiences[to],
      repetitions[repeats],
      `${hours === 'any' ? 'mọi giờ' : 'trong khung giờ'}; ${turn}`,
    ];
  });
  return table(['Loại thư', 'Khi nào', 'Gửi cho', 'Mấy lần', 'Lúc nào'], rows);
}

/** What each kind of mail is for, and the names its text may use. */
export function mailReference(): string {
  const sections = noticeKinds.map(
    (kind) =>
      `## ${kind}\n\n${table(
        ['Biến', 'Nghĩa', 'Ví dụ'],
        kinds[kind].variables.flatMap((one) => variableRows(one, '')),
      )}\n${mustSay(kind)}`,
  );
  return `# Các loại thư và biến dùng trong Mẫu thư\n\nTrang này được sinh từ khai báo; không sửa tay.\n\n${kindsTable()}\n\nViết \`{{ten_bien}}\`; phần có điều kiện hoặc lặp lại viết \`{{#ten_bien}} … {{/ten_bien}}\`.\n\n${sections.join('\n')}`;
}

/** What a text of people's own may not leave out. */
function mustSay(kind: NoticeKind): string {
  const { variables, setsDeadline } = kinds[kind];
  const names = mustBeSaid(variables, setsDeadline).map((name) => asWritten(variables, name));
  if (names.length === 0) return '';
  return `\nMẫu phải nêu: ${names.join('; ')}. Thiếu thì thư nào phải báo điều ấy dùng bản có sẵn.\n`;
}

function variableRows(variable: TemplateVariable, within: string): readonly (readonly string[])[] {
  const { name, doc, kind } = variable;
  const written = kind === 'text' ? `\`{{${name}}}\`` : `\`{{#${name}}} … {{/${name}}}\``;
  const place = within === '' ? written : `${written} trong \`${within}\``;
  if (kind === 'rows') return [[place, doc, ''], ...variable.fields.flatMap((field) => variableRows(field, name))];
  return [[place, doc, kind === 'flag' ? 'mở phần khi đúng' : variable.example]];
}
