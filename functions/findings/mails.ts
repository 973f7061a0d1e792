import { Temporal } from 'temporal-polyfill';
import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { ledger as ledgerTab } from '../../sheets-schema/tabs/logs.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { mustBeAskedFor } from '../domain/notices/fate.ts';
import { openRest } from '../domain/notices/ledger.ts';
import { momentWords } from '../domain/time/moment-words.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { MailOutage } from '../workbook/bookkeeping.ts';

/** The mail server takes nothing, and so many mails wait for it. */
export type OutageNow = MailOutage & { readonly waiting: number };

/** What stands between mails that were begun and their readers, and is no fault of an address. */
export function mailFindings(policy: Outlook['policy'], outage: OutageNow | null): readonly Finding[] {
  return [...(outage ? [serverOut(outage)] : []), ...unclearMails(policy)];
}

function serverOut({ since, why, waiting }: OutageNow): Finding {
  return finding(where(settingsTab, settings.mail.title, 'value'), {
    level: 'error',
    found: `từ ${momentWords(Temporal.Instant.from(since))} máy chủ thư chưa nhận thư nào: ${inWords(why)}; ${waiting} thư đang chờ`,
    expected: 'máy chủ thư nhận thư của hệ thống',
    fix: 'đề nghị quản trị viên kiểm tra máy chủ thư và tài khoản gửi thư; máy chủ nhận lại thì thư đang chờ tự đi, mỗi thư một lần',
  });
}

/** The words that are ours: what the server itself said, and the names of faults, are for the administrator. */
function inWords(why: string): string {
  return why.replace(/(?:: .*| \([^)]*\))$/, '');
}

/** Mails of which nobody knows whether they arrived, sent again once already: they wait for a person's word. */
function unclearMails(policy: Outlook['policy']): readonly Finding[] {
  return [...policy.ledger.entries.values()]
    .map((entry) => openRest(entry) ?? entry)
    .filter((entry) => mustBeAskedFor(policy, entry))
    .map(({ key, kind, parts }) =>
      finding(where(ledgerTab, key, 'state'), {
        level: 'error',
        found: `thư ${kind ?? ''} gửi ${parts?.unit ?? 'điều phối'}: máy chủ thư hai lần không cho biết đã nhận hay chưa`,
        expected: 'thư đã gửi',
        fix: `hỏi nơi nhận, rồi thêm dòng quyết định "Gửi lại" (Kỳ hoặc nhiệm vụ: ${parts?.subject ?? ''}, Đơn vị: ${parts?.unit ?? ''}); thư gửi lại vẫn là thư ấy, hộp thư nhận ra bản trùng`,
      }),
    );
}
