import { Temporal } from 'temporal-polyfill';
import { type Finding, finding, type Where, where } from '../../sheets-schema/finding.ts';
import { asWritten } from '../../sheets-schema/notice-kinds/variables.ts';
import { kinds } from '../../sheets-schema/notice-kinds.ts';
import { settings as declared, type Settings } from '../../sheets-schema/setting-list.ts';
import { rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { type Template, templates as templatesTab } from '../../sheets-schema/tabs/templates.ts';
import type { PolicyInput } from '../domain/notices/notice.ts';
import { readSteps } from '../domain/notices/notice-steps.ts';
import { isBeforeOperation, timingOf } from '../domain/standing/tracking-words.ts';
import { momentWords } from '../domain/time/moment-words.ts';
import { parseWindows } from '../domain/time/working-calendar.ts';
import { templateProblems, unsaidBy } from '../letters/letter-sources.ts';
import type { PeopleTabs } from '../workbook/snapshot.ts';

/** Parts of lists that cannot be read, and templates that are not used: the rest serves, or what is built in. */
export function settingFindings(
  { rounds, templates }: Pick<PeopleTabs, 'rounds' | 'templates'>,
  settings: Pick<Settings, 'mail' | 'goLive' | 'windows' | 'steps'>,
): readonly Finding[] {
  const setting = (title: string) => where(settingsTab, title, 'value');
  return [
    ...(settings.mail === 'Bật' && settings.goLive === null ? [noGoLive()] : []),
    ...parseWindows(settings.windows).wrong.map((text) =>
      wrongPart(setting(declared.windows.title), text, 'khung giờ, ví dụ 08:30-11:00'),
    ),
    ...wrongSteps(setting(declared.steps.title), settings.steps),
    ...rounds.rows.flatMap(({ id, steps }) => wrongSteps(where(roundsTab, id, 'steps'), steps ?? [])),
    ...templates.rows.flatMap(unsaidTexts),
    ...templates.rows.flatMap((template) =>
      templateProblems(template).map(({ part, found }) =>
        finding(where(templatesTab, template.kind, part), {
          level: 'warning',
          found,
          expected: 'mẫu thư đúng cú pháp, chỉ dùng các biến có sẵn',
          fix: 'sửa mẫu; trong lúc đó thư dùng bản có sẵn',
        }),
      ),
    ),
  ];
}

/** What counts as told once a mail went, and the text that people wrote does not say. */
function unsaidTexts(template: Template): readonly Finding[] {
  const missing = templateProblems(template).length > 0 ? [] : unsaidBy(template);
  return missing.map((name) =>
    finding(where(templatesTab, template.kind, 'body'), {
      level: 'warning',
      found: `Trong thư "${template.kind}", thiếu ${asWritten(kinds[template.kind].variables, name)}.`,
      expected: 'mẫu thư nêu đủ những điều được tính là đã báo khi thư đi',
      fix: 'thêm vào mẫu; trong lúc đó thư nào phải báo điều ấy thì dùng bản có sẵn',
    }),
  );
}

/**
 * An open round is silent while its deadline lies before the mark: rightly where it is older than the system is in use, by a
 * slip where the mark is still to come. A person says which.
 */
export function silencedRounds(policy: PolicyInput): readonly Finding[] {
  const { settings, statuses, now } = policy;
  const { goLive } = settings;
  if (settings.mail !== 'Bật' || goLive === null) return [];
  const open = statuses.filter(({ round }) => round.state === 'Đang mở' && round.approved);
  const silent = open.filter((status) => isBeforeOperation(status, timingOf(policy)));
  const isToCome = Temporal.Instant.compare(goLive, now) > 0;
  return [...Map.groupBy(silent, ({ round }) => round.id)].map(([id, of]) =>
    finding(where(settingsTab, declared.goLive.title, 'value'), {
      level: isToCome ? 'error' : 'warning',
      found: `${momentWords(goLive)}${isToCome ? ', chưa tới' : ''}: ${of.length} đơn vị của kỳ ${id} có hạn trước mốc này, không được nhắc`,
      expected: 'thời điểm đã đưa vào dùng, trước hạn của kỳ đang mở',
      fix: `sửa mốc nếu ghi nhầm; nếu đúng, thêm dòng quyết định "Xác nhận dữ liệu trước vận hành" với mã kỳ ${id}`,
    }),
  );
}

/** Without it nobody knows which overdue tasks are old, so none is chased. */
function noGoLive(): Finding {
  return finding(where(settingsTab, declared.goLive.title, 'value'), {
    level: 'warning',
    found: 'ô trống, trong khi Gửi thư đang Bật',
    expected: 'thời điểm đưa vào dùng, ví dụ 23/10/2025 08:00',
    fix: 'ghi thời điểm; khi chưa có, không nhiệm vụ quá hạn nào được nhắc',
  });
}

const STEPS = 'số ngày làm việc so với hạn cuối, nhiều nhất ba bước sau hạn, ví dụ -3; -1; 0; 1; 3; 5';

/** Where no step can be read nobody is reminded, and nobody called late. */
function wrongSteps(place: Where, texts: readonly string[]): readonly Finding[] {
  const { reminders, late, wrong } = readSteps(texts);
  if (wrong.length === 0 || reminders.length > 0 || late.length > 0)
    return wrong.map((text) => wrongPart(place, text, STEPS));
  const fix = 'sửa ô này; khi chưa có bước nào đọc được thì không có thư nhắc, thư quá hạn';
  return [finding(place, { level: 'error', found: `"${texts.join('; ')}"`, expected: STEPS, fix })];
}

function wrongPart(place: Where, text: string, expected: string): Finding {
  return finding(place, {
    level: 'warning',
    found: `"${text}"`,
    expected,
    fix: `sửa hoặc bỏ "${text}"; phần còn lại vẫn dùng`,
  });
}
