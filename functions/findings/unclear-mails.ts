import { type Finding, finding, where } from '../../sheets-schema/finding.ts';
import { ledger as ledgerTab } from '../../sheets-schema/tabs/logs.ts';
import { mustBeAskedFor } from '../domain/notices/fate.ts';
import type { Outlook } from '../outlook/outlook.ts';

/** Mails of which nobody knows whether they arrived, sent again once already: they wait for a person's word. */
export function unclearMails(policy: Outlook['policy']): readonly Finding[] {
  return [...policy.ledger.entries.values()]
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
