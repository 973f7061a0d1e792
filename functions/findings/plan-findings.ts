import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { type Decision, decisions as decisionsTab } from '../../sheets-schema/tabs/decisions.ts';
import type { FindingRow } from '../../sheets-schema/tabs/projections.ts';
import { localDay } from '../../sheets-schema/zone.ts';
import { decisionName } from '../outlook/decision-doubts.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { Snapshot } from '../workbook/snapshot.ts';
import { restsOn, whyUnread } from '../workbook/unread-tabs.ts';
import { contactFindings } from './contacts.ts';
import { contentFindings } from './contents.ts';
import { deadlineFindings } from './deadlines.ts';
import { doerFindings } from './doers.ts';
import { type FormNow, formFindings } from './form.ts';
import { mailFindings, type StuckMails } from './mails.ts';
import { registerFindings } from './register.ts';
import { reportFindings } from './reports.ts';
import { settingFindings, silencedRounds } from './settings.ts';
import { silentTaskFindings, taskFindings } from './tasks.ts';

/** Every finding of a run, as rows of `Kiểm tra`: errors first, otherwise in the order a coordinator can mend them. */
export function planFindings(
  { people, settings, readAt, findings }: Pick<Snapshot, 'people' | 'settings' | 'readAt' | 'findings'>,
  { policy, inForce, standing, unread, findings: doubted }: Outlook,
  form: FormNow,
  stuck: StuckMails,
): readonly FindingRow[] {
  /** Of what rests on a tab that cannot be read nothing can be said but that. */
  const unlessUnread = (needed: Parameters<typeof whyUnread>[1], of: () => readonly Finding[]) =>
    whyUnread(unread, needed) === null ? of() : [];
  const found = [
    ...findings,
    ...doubted,
    ...inForce.vanished.map(vanished),
    ...unlessUnread(restsOn.rounds, () => reportFindings(standing, policy.ledger, people.outline.rows)),
    ...registerFindings(people, localDay(readAt), form.wanted.round),
    ...doerFindings(people, localDay(readAt)),
    ...deadlineFindings(people),
    ...contactFindings(people, policy, inForce.changeBook.lostUnder('contact/').count),
    ...mailFindings(policy, stuck),
    ...settingFindings(people, settings),
    ...silencedRounds(policy),
    ...formFindings(people.outline, [...standing.answers.values()].flat(), form),
    ...unlessUnread(restsOn.rounds, () => contentFindings(standing.statuses)),
    ...unlessUnread(restsOn.tasks, () => taskFindings(standing.tasks, readAt)),
    ...unlessUnread(restsOn.tasks, () => silentTaskFindings(standing.tasks, readAt)),
  ];
  return found
    .toSorted((a, b) => a.level.localeCompare(b.level))
    .map(({ level, ...finding }) => ({ ...finding, level: level === 'error' ? 'Lỗi' : 'Lưu ý' }));
}

function vanished(decision: Decision): Finding {
  return finding(where(decisionsTab, decisionName(decision), 'decision'), {
    level: 'error',
    found: `dòng "${decision.decision}" đã bị xóa hoặc sửa khóa, nhưng quyết định vẫn đang có hiệu lực`,
    expected: 'dòng quyết định như khi đã dùng',
    fix: `thêm lại dòng; nếu muốn thôi, thêm một dòng "Rút lại" với Giá trị "${decision.decision}"`,
  });
}
