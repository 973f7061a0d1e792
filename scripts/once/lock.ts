import { createHash } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Lock = { release(): Promise<void> };

/** Milliseconds. A run ends by itself within ten minutes; a process that old under the same number is another one. */
const LONGEST = 60 * 60_000;

/** Keeps two runs on one spreadsheet apart on this machine. @returns null while another one is under way */
export async function takeLock(spreadsheetId: string): Promise<Lock | null> {
  const mark = createHash('sha256').update(spreadsheetId).digest('hex').slice(0, 16);
  const file = join(tmpdir(), `city-report-register-${mark}.lock`);
  if (!(await claim(file))) {
    if (await isAlive(file)) return null;
    // Its run died. Of two that find it so, one gets the new claim.
    await rm(file, { force: true });
    if (!(await claim(file))) return null;
  }
  return { release: () => rm(file, { force: true }) };
}

async function claim(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isAlive(file: string): Promise<boolean> {
  const [holder, age] = await Promise.all([
    readFile(file, 'utf8').catch(() => ''),
    stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    ),
  ]);
  return age < LONGEST && isRunning(Number(holder));
}

function isRunning(pid: number): boolean {
  // A claim whose number is not written yet was made a moment ago.
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
