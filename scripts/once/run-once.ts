import { Temporal } from 'temporal-polyfill';
import { clockOf, runSync } from '../../functions/app.ts';
import { type Config, isFolderUrl, type targets } from '../../functions/config.ts';
import { loginWarning } from '../../functions/upkeep/doctor/check-login.ts';
import { formatDate } from '../../sheets-schema/columns/vietnamese-date.ts';
import { told } from '../screen/told.ts';
import { takeLock } from './lock.ts';

type Words = (line: string) => void;

/**
 * One run, unless another is under way on this machine; other machines the workbook's claim keeps apart.
 * @param login when the owner's login was made; null where there is none of a person
 * @returns the exit code
 */
export async function runOnce(
  config: Config<(typeof targets)['sync'][number]>,
  { login, out, err }: { readonly login: Temporal.Instant | null; readonly out: Words; readonly err: Words },
): Promise<number> {
  const lock = await takeLock(config.SPREADSHEET_ID);
  if (lock === null) {
    out('Một lần chạy khác trên máy này chưa xong; lần này không làm gì.');
    return 0;
  }
  try {
    const warning = login && loginWarning(login, await clockOf(config)());
    if (warning) err(`${warning.found}: ${warning.fix}`);
    const { recorded, sent, exported, held, failed, findings } = await runSync(config);
    const mails = isFolderUrl(config.SMTP_URL) ? `${exported} thư vừa xuất thành tệp` : `${sent} thư đã gửi`;
    const left = `${held} thư giữ lại, ${failed} thư chưa đi được, ${findings} dòng ở Kiểm tra`;
    out(`${timeNow()} · ${recorded} báo cáo mới, ${mails}, ${left}.`);
    return 0;
  } catch (error) {
    err(`${timeNow()} · ${told(error)}`);
    return 1;
  } finally {
    await lock.release();
  }
}

/** By the machine's clock, which the scheduler goes by: its log is where this is read. */
function timeNow(): string {
  const now = Temporal.Now.plainDateTimeISO();
  return `${formatDate(now.toPlainDate())} ${now.toPlainTime().toString({ smallestUnit: 'second' })}`;
}
