import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../../scripts/once/lock.ts';
import { loginIn } from '../../scripts/once/login.ts';
import { scheduleText } from '../../scripts/once/schedule.ts';

test('the entries for Windows, cron and systemd name the folder and the program, and when the login ends', () => {
  const text = scheduleText({ folder: '/home/dieu phoi/so', node: '/usr/bin/node' });
  expect(text).toContain(
    String.raw`schtasks /Create /F /TN "So bao cao do thi" /SC MINUTE /MO 10 /TR "\"/home/dieu phoi/so\chay.cmd\""`,
  );
  expect(text).toContain('cd /d "%~dp0"\n"/usr/bin/node" scripts\\once.ts >> once.log 2>&1');
  expect(text).toMatch(/^\*\/10 \* \* \* \* cd '\/home\/dieu phoi\/so' && \/usr\/bin\/node .*scripts\/once\.ts/m);
  expect(text).toMatch(/^30 7 \* \* \* .*scripts\/doctor\.ts/m);
  expect(text).toMatch(/^ExecStart=.* scripts\/once\.ts\n\n.*\n\[Timer\]\nOnCalendar=\*:0\/10$/m);
  expect(text).toMatch(/^ExecStart=.* scripts\/doctor\.ts\n\n.*\n\[Timer\]\nOnCalendar=07:30$/m);
  expect(text).toContain('7 ngày');
});

test('the lock of a run that died is taken over, that of one under way is not', async () => {
  const id = `spreadsheet-${process.pid}-${performance.now()}`;
  const lock = await takeLock(id);
  expect(lock).not.toBeNull();
  expect(await takeLock(id)).toBeNull();
  await lock?.release();
  const again = await takeLock(id);
  expect(again).not.toBeNull();
  await again?.release();
});

test('a login is known by its file, and an account of a program is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'login-'));
  const file = join(folder, 'application_default_credentials.json');
  const env = { CLOUDSDK_CONFIG: folder };
  expect(await loginIn(env)).toBeNull();
  await writeFile(file, JSON.stringify({ type: 'authorized_user' }));
  await utimes(file, 1_761_000_000, 1_761_000_000);
  expect((await loginIn(env))?.epochMilliseconds).toBe(1_761_000_000_000);
  expect((await loginIn({ GOOGLE_APPLICATION_CREDENTIALS: file }))?.epochMilliseconds).toBe(1_761_000_000_000);
  await writeFile(file, JSON.stringify({ type: 'service_account' }));
  expect(await loginIn(env)).toBeNull();
  await rm(folder, { recursive: true });
});
