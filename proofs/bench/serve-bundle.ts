import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePortFrom } from '../../scripts/workspace/start-workspace.ts';

/** What a process has used since it began. */
export type Usage = {
  /** User and system. */
  readonly cpuSeconds: number;
  /** Bytes. */
  readonly peakRss: number;
  /** Bytes, JavaScript heap in use. */
  readonly peakHeap: number;
};

/** A folder served by the functions framework in a fresh process that can be measured. */
export type Measured = {
  readonly url: string;
  /** Wakes it and waits. @throws when it is not answered 200 */
  post(): Promise<Readonly<Record<string, unknown>>>;
  usage(): Promise<Usage>;
  close(): Promise<void>;
};

const framework = fileURLToPath(import.meta.resolve('@google-cloud/functions-framework'));
const main = framework.replace(/index\.js$/, 'main.js');
const probe = new URL('probe.mjs', import.meta.url).href;

/** @param flags of Node, such as a limit of memory */
export async function serveMeasured(
  folder: string,
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Measured> {
  const port = await freePortFrom(19_000);
  const args = [...flags, `--import=${probe}`, main, '--target=sync', `--source=${folder}`, `--port=${port}`];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', TZ: 'UTC', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  await firstAnswer(child, url);
  return {
    url,
    async post() {
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
      const body = await answer.text();
      if (!answer.ok) throw new Error(`sync answered ${answer.status}: ${body}`);
      return JSON.parse(body) as Record<string, unknown>;
    },
    async usage() {
      child.send('usage');
      const [usage] = (await once(child, 'message')) as [Usage];
      return usage;
    },
    async close() {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Asks until somebody answers; a GET is answered 405 without any work. */
async function firstAnswer(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  throw new Error('The functions framework ended before it listened; its words are above.');
}
