import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A function served by the real functions framework in a process of its own, as Google would. */
export type ServedFunction = {
  readonly url: string;
  /** Wakes it and waits for its answer. @throws with the answer's text when it is not 200. */
  post(): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
};

const framework = fileURLToPath(import.meta.resolve('@google-cloud/functions-framework'));
const main = framework.replace(/index\.js$/, 'main.js');

/** @param source the file or folder that registers the functions. */
export async function serveFunction(options: {
  readonly target: string;
  readonly source: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Takes whatever it writes, errors too; without it only errors are shown. */
  readonly onLog?: (text: string) => void;
}): Promise<ServedFunction> {
  const { target, source, port, environment, onLog } = options;
  const child = spawn(process.execPath, [main, `--target=${target}`, `--source=${source}`, `--port=${port}`], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: onLog ? 'info' : 'error', TZ: 'UTC', ...environment },
    stdio: onLog ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'ignore', 'inherit'],
  });
  for (const output of [child.stdout, child.stderr]) output?.setEncoding('utf8').on('data', onLog ?? (() => {}));
  const url = `http://127.0.0.1:${port}`;
  await untilListening(child, url);
  return {
    url,
    async post() {
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
      const body = await answer.text();
      if (!answer.ok) throw new Error(`${target} answered ${answer.status}: ${body}`);
      return JSON.parse(body) as Record<string, unknown>;
    },
    async close() {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'close');
    },
  };
}

/** Asks until the framework answers, or gives up when its process ended. A GET is answered 405 without any work. */
async function untilListening(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null)
      throw new Error('The functions framework ended before it listened; its words are above.');
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error(`Nothing listens at ${url}.`);
}
