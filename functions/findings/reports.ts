import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { identification } from '../../sheets-schema/form.ts';
import { concerns, questionsOf, sectionsOf } from '../../sheets-schema/outline-sections.ts';
import {
  answers as answersTab,
  filers as filersTab,
  identities,
  type Report,
  reports as reportsTab,
} from '../../sheets-schema/tabs/logs.ts';
import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import { contacts as contactsTab, type Unit } from '../../sheets-schema/tabs/units.ts';
import { bounded } from '../../sheets-schema/text.ts';
import { FORMER_CODE, NOT_READ, SET_ASIDE } from '../domain/links/form-links.ts';
import { aboutKey, type LedgerBook } from '../domain/notices/ledger.ts';
import { sentEntries } from '../domain/notices/owed/already-told.ts';
import { requestWords, versionsInWords, whyItWaits } from '../domain/standing/tracking-words.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import { momentWords } from '../domain/time/moment-words.ts';
import type { Misfit, Standing } from '../outlook/outlook.ts';

/**
 * What a person must decide about whole versions: whose they are, whether they count, what they must not hold.
 * @param ledger what units were asked already
 * @param outline every row there is
 */
export function reportFindings(
  { statuses, strays, reports, misfits }: Pick<Standing, 'statuses' | 'strays' | 'reports' | 'misfits'>,
  ledger: Pick<LedgerBook, 'about'>,
  outline: readonly OutlineQuestion[],
): readonly Finding[] {
  const formerCodes = new Map(
    misfits.flatMap(({ question, version, excerpt }) =>
      question === FORMER_CODE ? [[version, excerpt ?? ''] as const] : [],
    ),
  );
  return [
    ...misfitFindings(
      misfits.filter(({ question }) => question !== FORMER_CODE),
      openReports(statuses, reports),
    ),
    ...statuses.flatMap((status) => [
      ...secret(status),
      ...pending(status, formerCodes, ledger),
      ...unmetClaims(status),
      ...requested(status),
      ...[...Map.groupBy(status.afterLock, whyItWaits).values()].flatMap((reports) => afterLock(status, reports)),
      ...status.versions
        .slice(-1)
        .flatMap((report) => [
          ...otherUnit(status, report),
          ...otherSections(status, report, outline),
          ...unclearNumber(status, report),
        ]),
    ]),
    ...newestOf(strays, (report) => stray(report, formerCodes.get(report.version) ?? ''), straysBefore),
  ];
}

/** Of what anybody may send as often as he likes the newest are told one by one, the others as a number. */
const MOST_TOLD = 20;

function newestOf<T>(
  all: readonly T[],
  tell: (one: T) => Finding,
  tellRest: (count: number) => Finding,
): readonly Finding[] {
  const rest = all.length - MOST_TOLD;
  return [...all.slice(-MOST_TOLD).map(tell), ...(rest > 0 ? [tellRest(rest)] : [])];
}

function misfitFindings(all: readonly Misfit[], open: ReadonlySet<string>): readonly Finding[] {
  const misfits = all.filter(({ version }) => open.has(version));
  return newestOf(misfits, misfit, (rest) =>
    finding(where(reportsTab, '', 'version'), {
      ...MISFIT,
      found: `… và ${rest} câu trả lời trước đó không đưa vào bảng được`,
    }),
  );
}

/** Of rounds that still ask, or of none. */
function openReports(statuses: readonly UnitStatus[], reports: readonly Report[]): ReadonlySet<string> {
  const closed = new Set(statuses.flatMap(({ round }) => (round.state === 'Đã đóng' ? [round.id] : [])));
  return new Set(reports.flatMap(({ round, version }) => (round !== null && closed.has(round) ? [] : [version])));
}

const MISFIT = {
  level: 'warning',
  expected: 'câu trả lời vừa một ô; ngày từ năm 1990 đến năm 2199',
  fix: `hỏi lại người gửi; báo cáo vẫn được tính, phần không đọc được để trống hoặc cắt bớt, xem tab "${answersTab.title}"`,
} as const;

const NO_ADDRESS = {
  level: 'warning',
  expected: 'một địa chỉ thư công vụ',
  fix: `hỏi lại người gửi, xem tab "${filersTab.title}"; báo cáo vẫn được tính, thư vẫn gửi theo tab "${contactsTab.title}"`,
} as const;

/** Google's words are quoted: what they mean is for an administrator. */
function setAside(version: string, why: string): Finding {
  return finding(where(reportsTab, version, 'version'), {
    level: 'error',
    found:
      why === NOT_READ
        ? `nội dung của báo cáo này không được đọc: ${why}`
        : `Google không ghi nội dung của báo cáo này vào bảng (${why})`,
    expected: 'báo cáo ghi được vào bảng',
    fix: 'mở câu trả lời trên biểu mẫu để đọc, đề nghị đơn vị gửi lại; nếu không phải của đơn vị thì thêm dòng "Không phải của đơn vị"',
  });
}

function misfit({ version, question, excerpt }: Misfit): Finding {
  if (question === SET_ASIDE) return setAside(version, excerpt ?? '');
  const asked = Object.values(identification).find(({ key }) => key === question);
  return {
    ...finding(where(reportsTab, version, 'version'), {
      ...(question === identification.email.key ? NO_ADDRESS : MISFIT),
      found: `người gửi ghi: ${excerpt ?? ''}`,
    }),
    column: asked?.title ?? question,
  };
}

/** The row names the only one. */
function inWords(versions: readonly string[]): string {
  return versions.length === 1 ? 'báo cáo' : versionsInWords(versions);
}

/** All that a unit sent and that waits for one word is one finding, at the newest: whoever sends many fills no page. */
function secret({ unit, round, secrets }: UnitStatus): readonly Finding[] {
  const newest = secrets.at(-1);
  if (newest === undefined) return [];
  const found = finding(where(reportsTab, newest, 'version'), {
    level: 'error',
    found: `${inWords(secrets)} của ${unit.shortName} có nội dung mang dấu chỉ độ mật; nội dung đó không được chép vào bảng`,
    expected: 'không có nội dung bí mật nhà nước trong biểu mẫu',
    fix: `liên hệ ngay đơn vị và xử lý bản trên biểu mẫu theo quy định; đã xử lý thì đề nghị đơn vị gửi lại mục, hoặc thêm dòng "Chấp nhận mục" cho kỳ ${round.id}`,
  });
  return [found];
}

/** By version: that it came by a link that had been changed, and when. */
type FormerCodes = ReadonlyMap<string, string>;

function byFormerCode(reports: readonly Report[], formerCodes: FormerCodes): string {
  const former = reports.flatMap(({ version }) => formerCodes.get(version) ?? []);
  if (former.length === 0) return '';
  return `; ${former.length < reports.length ? `${former.length} báo cáo ` : ''}gửi qua ${former.at(-1)}`;
}

function pending(
  { unit, round, pending: reports }: UnitStatus,
  formerCodes: FormerCodes,
  { about }: Pick<LedgerBook, 'about'>,
): readonly Finding[] {
  const newest = reports.at(-1)?.version;
  if (newest === undefined) return [];
  const answers =
    reports.length > 1
      ? `thêm dòng "Xác nhận đơn vị" (Giá trị: mã tiếp nhận của báo cáo đúng); không báo cáo nào là của đơn vị thì thêm một dòng "Không phải của đơn vị" cho tất cả (Kỳ: ${round.id}, Đơn vị: ${unit.code}, để trống Giá trị)`
      : `thêm dòng "Xác nhận đơn vị" (Giá trị: ${newest}) hoặc "Không phải của đơn vị"`;
  const asked = sentEntries(about.get(aboutKey(round.id, unit.code)) ?? [], 'Báo cáo chưa xác minh').at(-1);
  const found = finding(where(reportsTab, newest, 'identity'), {
    level: 'warning',
    found: `${inWords(reports.map(({ version }) => version))} ghi là của ${unit.shortName} nhưng không đi từ đường dẫn riêng của đơn vị${byFormerCode(reports, formerCodes)}${asked ? `; đã gửi thư hỏi đơn vị lúc ${momentWords(asked.sentAt)}` : ''}`,
    expected: identities[0],
    fix: `hỏi lại đơn vị rồi ${answers}`,
  });
  return [found];
}

/** Claims by the unit's own link, and those that anybody may send: one line each, at the newest. */
function unmetClaims({ unit, round, claims }: UnitStatus): readonly Finding[] {
  const open = Map.groupBy(
    claims.filter(({ isOpen }) => isOpen),
    ({ identity }) => identity === identities[0],
  );
  return [...open].flatMap(([isOwn, ofThem]) => {
    const newest = ofThem.at(-1);
    if (newest === undefined) return [];
    const typed = bounded(newest.claims ?? '', LONGEST_QUOTED);
    return finding(where(reportsTab, newest.version, 'claims'), {
      level: 'warning',
      found: isOwn
        ? `${unit.shortName} xác nhận báo cáo "${typed}" là của mình, nhưng mã đó không phải mã của một báo cáo chưa xác minh ghi tên đơn vị trong kỳ ${round.id}`
        : `báo cáo ghi là của ${unit.shortName} xác nhận báo cáo "${typed}" nhưng không đi từ đường dẫn riêng của đơn vị, nên không có tác dụng`,
      expected: 'mã tiếp nhận của một báo cáo chưa xác minh ghi tên đơn vị, gửi qua đường dẫn riêng của đơn vị',
      fix: `hỏi lại đơn vị; đúng là của đơn vị thì thêm dòng "Xác nhận đơn vị" (Kỳ: ${round.id}, Đơn vị: ${unit.code}, Giá trị: mã tiếp nhận của báo cáo đó), không phải thì "Không phải của đơn vị"`,
    });
  });
}

const LONGEST_QUOTED = 100;

function requested(status: UnitStatus): readonly Finding[] {
  const { unit, round, requests } = status;
  const version = requests.find(({ isOpen }) => isOpen)?.version ?? '';
  return requestWords(status).map((words) => ({
    ...finding(where(reportsTab, version, 'version'), {
      level: 'warning',
      found: `${unit.shortName} ${words}`,
      expected: 'quyết định "Gia hạn" hoặc "Không gia hạn"; cho đến khi đó thời hạn giữ nguyên',
      fix: `thêm dòng "Gia hạn" (Kỳ: ${round.id}, Đơn vị: ${unit.code}, Giá trị: hạn mới) hoặc "Không gia hạn" (ghi Lý do) ở tab "Quyết định"`,
    }),
    column: identification.moreTime.title,
  }));
}

function afterLock({ unit, round }: UnitStatus, reports: readonly Report[]): readonly Finding[] {
  const newest = reports.at(-1);
  if (newest === undefined) return [];
  const { version, identity } = newest;
  if (identity === 'Mã của kỳ đã đóng') return [forClosedRound(unit, round.id, version)];
  const found = finding(where(reportsTab, version, 'lastSubmittedTime'), {
    level: 'warning',
    found: `${inWords(reports.map((report) => report.version))} của ${unit.shortName} gửi sau ngày khóa của kỳ ${round.id}, đang chờ chấp nhận`,
    expected: 'báo cáo gửi trước khi khóa, hoặc quyết định mở lại',
    fix: `nếu chấp nhận: thêm dòng "Mở lại cho đơn vị" (Kỳ: ${round.id}, Đơn vị: ${unit.code}) ở tab "Quyết định"`,
  });
  return [found];
}

function forClosedRound(unit: Unit, round: string, version: string): Finding {
  return finding(where(reportsTab, version, 'round'), {
    level: 'warning',
    found: `báo cáo của ${unit.shortName} gửi qua đường dẫn của kỳ ${round} đã đóng, đang chờ xác nhận; nội dung kỳ đó chưa đổi`,
    expected: 'báo cáo gửi qua đường dẫn của kỳ đang mở',
    fix: `hỏi lại đơn vị; của kỳ đang mở thì thêm dòng "Xác nhận đơn vị" với mã của kỳ đang mở (Đơn vị: ${unit.code}, Giá trị: ${version}); bổ sung cho kỳ ${round} thì thêm dòng "Mở lại cho đơn vị" (Kỳ: ${round}, Đơn vị: ${unit.code})`,
  });
}

function otherUnit({ unit }: UnitStatus, { version, claimedUnit, identity }: Report): readonly Finding[] {
  if (claimedUnit === null || claimedUnit === unit.code || identity === 'Chờ xác minh đơn vị') return [];
  return [
    finding(where(reportsTab, version, 'claimedUnit'), {
      level: 'warning',
      found: `người gửi chọn "${claimedUnit}" nhưng đường dẫn là của ${unit.shortName} (${unit.code})`,
      expected: unit.code,
      fix: 'hỏi lại đơn vị; báo cáo vẫn tính cho đơn vị của đường dẫn, nếu sai thì thêm dòng "Không phải của đơn vị"',
    }),
  ];
}

/** The receipt asks the city; a coordinator who has the paper at hand need not wait for it. */
function unclearNumber({ unit, round, officialUnclear }: UnitStatus, { version }: Report): readonly Finding[] {
  if (officialUnclear?.lacks !== 'số, ký hiệu') return [];
  return [
    finding(where(reportsTab, version, 'officialNumber'), {
      level: 'warning',
      found: `${unit.shortName} ghi văn bản chính thức là "${bounded(officialUnclear.typed, 100)}", không đọc được số, ký hiệu`,
      expected: 'số, ký hiệu văn bản, ví dụ 57/BC-UBND; chưa phát hành thì để trống',
      fix: `hỏi lại đơn vị (thư xác nhận tiếp nhận đã hỏi); đã có văn bản thì thêm dòng "Đã nhận văn bản chính thức" (Kỳ: ${round.id}, Đơn vị: ${unit.code}, Giá trị: số, ký hiệu; ngày)`,
    }),
  ];
}

/** Whoever filled the form chose other parts of the outline than are the unit's. */
function otherSections(
  { unit, round }: UnitStatus,
  { version, gates }: Report,
  outline: readonly OutlineQuestion[],
): readonly Finding[] {
  const given = new Set(gates?.split('; '));
  const sections = sectionsOf(questionsOf(round, outline));
  return sections.flatMap(({ number, gate, appliesTo }) => {
    if (gate === null) return [];
    const isOwn = concerns(appliesTo, unit);
    const wrong = isOwn ? gate.no : gate.yes;
    if (!given.has(wrong)) return [];
    return [
      finding(where(reportsTab, version, 'gates'), {
        level: 'warning',
        found: `${unit.shortName} trả lời "${wrong}"`,
        expected: `${unit.shortName} ${isOwn ? 'thuộc' : 'không thuộc'} diện báo cáo Mục ${number} (theo tab "Đề cương" và nhóm ở tab "Đơn vị")`,
        fix: 'kiểm tra nhóm của đơn vị; nếu nhóm đúng thì trao đổi với đơn vị, việc kiểm tra mục vẫn theo nhóm',
      }),
    ];
  });
}

function stray({ version, claimedUnit, round }: Report, formerCode: string): Finding {
  return finding(where(reportsTab, version, 'unit'), {
    level: 'warning',
    found: `báo cáo ${claimedUnit ? `ghi là của "${claimedUnit}"` : 'không ghi đơn vị'}${round ? '' : ', không thuộc kỳ nào'}, chưa tính cho đơn vị nào${formerCode && `; gửi qua ${formerCode}`}`,
    expected: 'báo cáo của một đơn vị có trong danh sách của kỳ',
    fix: `hỏi lại người gửi rồi thêm dòng "Xác nhận đơn vị" với kỳ, đơn vị và Giá trị ${version}, hoặc "Không phải của đơn vị"`,
  });
}

function straysBefore(count: number): Finding {
  return finding(where(reportsTab, '', 'unit'), {
    level: 'warning',
    found: `… và ${count} báo cáo trước đó chưa tính cho đơn vị nào`,
    expected: 'báo cáo của một đơn vị có trong danh sách của kỳ',
    fix: `lọc cột đơn vị để trống ở tab "${reportsTab.title}" để xem tất cả`,
  });
}
