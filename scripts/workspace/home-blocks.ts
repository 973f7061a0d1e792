import type { Block, Intro, Link } from 'google-workspace-emulator';
import { Temporal } from 'temporal-polyfill';
import { runLinks } from '../../functions/upkeep/commands.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { findings, mailPlan, overview, tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { createCoordinator } from './coordinator.ts';
import type { Workspace } from './start-workspace.ts';

/** Where the functions that show something are served; nothing before they are. */
export type Shown = { readonly dashboard: string | undefined; readonly synthesis: string | undefined };

/** What the product is, and how the round stands as the first row of Tổng quan says it. */
export async function homeIntro(workspace: Workspace): Promise<Intro> {
  const [first] = await rowsOf(workspace, overview);
  return {
    title: 'Theo dõi báo cáo đô thị thông minh',
    about:
      'Đề nghị các thành phố gửi báo cáo qua biểu mẫu, xác nhận, kiểm tra từng mục, nhắc khi đến hạn và tổng hợp trong một bảng tính. Đây là bản chạy thử trên máy này: thư chỉ tới Hộp thư ở đây, không tới tay ai.',
    headline: first?.('label') ?? '',
  };
}

/** What the home page tells somebody who has never seen the system, and where everything is. */
export async function homeBlocks(workspace: Workspace, shown: Shown): Promise<readonly Block[]> {
  const ownLinks = (await runLinks(workspace.config)).map(({ name, link }) => ({ label: name, href: link }));
  return [
    { heading: 'Làm thử', isInOrder: true, links: steps(workspace) },
    { heading: 'Xem', links: papers(shown) },
    { heading: 'Biểu mẫu theo đường dẫn riêng', links: ownLinks },
    { heading: 'Dự thảo công văn đôn đốc', links: await letters(workspace, shown) },
  ];
}

function steps({ provisioned: { sheetUrl } }: Workspace): readonly Link[] {
  const at = ({ sheetId }: Tab) => `${sheetUrl}?gid=${sheetId}`;
  return [
    { label: 'Bấm Chơi lại từ đầu', about: 'để tự làm cả kỳ; không bấm thì xem tiếp kỳ đã diễn ra' },
    { label: 'Xem Lịch thư', href: at(mailPlan), about: 'mọi thư sắp đi, thư giữ lại và vì sao' },
    { label: 'Duyệt gửi ở Kỳ báo cáo', href: at(rounds), about: 'bấm vào ô Duyệt gửi, về đây bấm Đồng bộ' },
    { label: 'Đọc thư đề nghị', href: '/inbox', about: 'bấm đường dẫn riêng trong thư, gửi báo cáo như một thành phố' },
    { label: 'Bấm Đồng bộ', about: 'thư xác nhận tới Hộp thư; Theo dõi, Tổng hợp đổi theo' },
    { label: 'Bấm Việc kế tiếp', about: 'đồng hồ tới thư kế tiếp: nhắc việc, quá hạn lần lượt tới' },
    { label: 'Ghi một quyết định', href: at(decisions), about: 'gia hạn, trả lại, chấp nhận mục, xác nhận đơn vị…' },
    {
      label: 'Ghi sai một ô ở bảng, rồi đồng bộ',
      href: at(findings),
      about: 'Kiểm tra chỉ chỗ sai và cách sửa; thư liên quan chờ',
    },
    { label: 'Xem Theo dõi', href: at(tracking), about: 'rồi bảng điều hành, dự thảo báo cáo, công văn đôn đốc' },
  ];
}

function papers({ dashboard, synthesis }: Shown): readonly Link[] {
  return [
    ...(dashboard ? [{ label: 'Bảng điều hành', href: dashboard, about: 'tình hình kỳ báo cáo, cho lãnh đạo' }] : []),
    ...(synthesis ? [{ label: 'Dự thảo báo cáo tổng hợp', href: synthesis, about: 'tệp .docx' }] : []),
  ];
}

/** One for each unit that is late. */
async function letters(workspace: Workspace, { synthesis }: Shown): Promise<readonly Link[]> {
  if (!synthesis) return [];
  const late = (await rowsOf(workspace, tracking)).filter((row) => row('timing').startsWith('Quá hạn'));
  return late.map((row) => ({
    label: row('name'),
    href: `${synthesis}?round=${encodeURIComponent(row('round'))}&unit=${encodeURIComponent(row('unit'))}`,
    about: `${row('timing').toLowerCase()} · tệp .docx`,
  }));
}

/** When the first mail that is still to come goes out, as an ISO instant; the digest of every morning is passed over. */
export async function nextMail(workspace: Workspace): Promise<string | undefined> {
  const now = Temporal.Instant.from(workspace.emulator.clock.now());
  const planned = (await rowsOf(workspace, mailPlan)).filter((row) => row('unit') !== '');
  const times = planned.flatMap((row) => instantOf(row('at')));
  const toCome = times.filter((time) => Temporal.Instant.compare(time, now) > 0);
  return toCome.sort(Temporal.Instant.compare)[0]?.toString();
}

/** `24/10/2025 08:30`; nothing for anything else. */
function instantOf(text: string): readonly Temporal.Instant[] {
  const [, day, month, year, time] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d)/.exec(text) ?? [];
  return year ? [Temporal.Instant.from(`${year}-${month}-${day}T${time}:00+07:00`)] : [];
}

/** What a tab shows, row by row, asked by the names of its columns in code. */
async function rowsOf<T extends Tab>({ emulator, provisioned }: Workspace, tab: T) {
  const [header = [], ...rows] = await createCoordinator(emulator.url, provisioned.spreadsheetId).read(tab);
  return rows.map((cells) => (name: keyof T['columns'] & string) => {
    return cells[header.indexOf(tab.columns[name]?.header ?? '')] ?? '';
  });
}
