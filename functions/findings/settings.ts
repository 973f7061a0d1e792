import type { Finding } from '../../sheets-schema/finding.ts';
import { settings as declared } from '../../sheets-schema/settings.ts';
import { rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab, templates as templatesTab } from '../../sheets-schema/tabs/settings.ts';
import { readSteps } from '../domain/notices/notice-steps.ts';
import { parseWindows } from '../domain/time/working-calendar.ts';
import { templateProblems } from '../letters/letter-sources.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** Parts of lists that cannot be read, and templates that are not used: the rest serves, or what is built in. */
export function settingFindings({ people, settings }: Snapshot): readonly Finding[] {
  const value = settingsTab.columns.value.header;
  return [
    ...(settings.mail === 'Bật' && settings.goLive === null ? [noGoLive()] : []),
    ...parseWindows(settings.windows).wrong.map((text) =>
      wrongPart(settingsTab.title, declared.windows.title, value, text, 'khung giờ, ví dụ 08:30-11:00'),
    ),
    ...readSteps(settings.steps).wrong.map((text) =>
      wrongPart(settingsTab.title, declared.steps.title, value, text, STEPS),
    ),
    ...people.rounds.rows.flatMap((round) =>
      readSteps(round.steps ?? []).wrong.map((text) =>
        wrongPart(roundsTab.title, round.id, roundsTab.columns.steps.header, text, STEPS),
      ),
    ),
    ...people.templates.rows.flatMap((template) =>
      templateProblems(template).map(({ part, found }) => ({
        level: 'warning' as const,
        tab: templatesTab.title,
        row: template.kind,
        column: templatesTab.columns[part].header,
        found,
        expected: 'mẫu thư đúng cú pháp, chỉ dùng các biến có sẵn',
        mend: 'sửa mẫu; trong lúc đó thư dùng bản có sẵn',
      })),
    ),
  ];
}

/** Without it nobody knows which overdue tasks are old, so none is chased. */
function noGoLive(): Finding {
  return {
    level: 'warning',
    tab: settingsTab.title,
    row: declared.goLive.title,
    column: settingsTab.columns.value.header,
    found: 'ô trống, trong khi Gửi thư đang Bật',
    expected: 'thời điểm đưa vào dùng, ví dụ 23/10/2025 08:00',
    mend: 'ghi thời điểm; khi chưa có, không nhiệm vụ quá hạn nào được nhắc',
  };
}

const STEPS = 'số ngày làm việc so với hạn cuối, nhiều nhất ba bước sau hạn, ví dụ -3; -1; 0; 1; 3; 5';

function wrongPart(tab: string, row: string, column: string, text: string, expected: string): Finding {
  return {
    level: 'warning',
    tab,
    row,
    column,
    found: `"${text}"`,
    expected,
    mend: `sửa hoặc bỏ "${text}"; phần còn lại vẫn dùng`,
  };
}
