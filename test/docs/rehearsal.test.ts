import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { freePortFrom } from '../../scripts/workspace/start-workspace.ts';
import { machine } from '../support/machine.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const SCRIPT = 'trien-khai.sh';

/** The commands of the rehearsal, one text for each window, as the guide for administrators prints them. */
function windows(): readonly string[] {
  const guide = readFileSync(path.join(ROOT, 'docs/huong-dan-quan-tri.md'), 'utf8');
  const section = guide.split(/^#+ /m).find((one) => one.startsWith('Tập dượt')) ?? '';
  return [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
}

/** Posts to its argument as curl would, which not every machine has; waits for the one that listens there. */
const POST =
  "const ask = () => fetch(process.argv[1], { method: 'POST' }).catch(() => new Promise((go) => setTimeout(go, 100)).then(ask)); ask().then((a) => a.text()).then(console.log)";

/**
 * The same on free ports, with what every machine that has Node has in place of curl. The check-up names a person's first
 * deed, and so does not end well.
 */
function onThisMachine(block: string, ports: readonly number[]): string {
  return block
    .replace(/809([012])/g, (_, at: string) => String(ports[Number(at)]))
    .replace(/^npm run doctor$/m, '! npm run doctor')
    .replace(/^curl .* (http\S+)$/m, `node -e "${POST}" $1`);
}

async function freePorts(): Promise<readonly number[]> {
  const start = 19_000 + (process.pid % 500) * 20;
  return [await freePortFrom(start), await freePortFrom(start + 6), await freePortFrom(start + 12)];
}

/** Starts what runs in the first window and waits for its word. */
async function open(command: string): Promise<ChildProcess> {
  const window = spawn('bash', ['-c', command], { cwd: ROOT, env: machine, detached: true });
  await new Promise((resolve) => window.stdout.on('data', (text) => String(text).includes('http://') && resolve(text)));
  return window;
}

test('the rehearsal of the guide brings a whole system up, command by command as printed', async () => {
  const ports = await freePorts();
  const [first = '', second = ''] = windows().map((block) => onThisMachine(block, ports));
  const emulator = await open(first);
  const script = `set -e -m\ntrap 'kill -- -$!' EXIT\n${second}`;
  try {
    const { stdout } = await promisify(execFile)('bash', ['-c', script], {
      cwd: ROOT,
      env: machine,
      timeout: 240_000,
    });
    expect(stdout).toContain('"googleCalls":');
    expect(stdout).toMatch(/^CẦN XỬ LÝ {2}Điều phối viên /m);
    expect(stdout).toContain('\n1 việc cần người xử lý.');
    expect(stdout).toMatch(/Đúng \d+ · khác 0 · /);
    const plan = readFileSync(path.join(ROOT, SCRIPT), 'utf8');
    expect(plan.startsWith('#!/bin/sh')).toBe(true);
    const comments = plan.match(/^ *#(?!!).*$/gm) ?? [];
    expect(comments.filter((line) => !/[à-ỹđ]/i.test(line))).toEqual([]);
    await promisify(execFile)('sh', ['-n', SCRIPT], { cwd: ROOT });
  } finally {
    process.kill(-(emulator.pid ?? 0));
    await rm(path.join(ROOT, SCRIPT), { force: true });
  }
});
