import { expect, test } from 'vitest';
import { environment, nodeProblem, parseConfig, servedTarget, type VariableName } from '../../functions/config.ts';

const right = {
  SPREADSHEET_ID: '1aBcDeFgHiJkLmN',
  FORM_ID: '1xYzXyZxYzXyZ',
  SMTP_URL: 'smtps://user:password@mail.example:465',
  MAIL_FROM: 'dothithongminh@boxaydung.example',
  LINK_SECRET: '0123456789abcdef',
} as const;
const needed = Object.keys(right) as VariableName[];

/** What is said of an environment; empty when it will do. */
function complaints(own: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    parseConfig({ ...right, ...own }, needed);
    return [];
  } catch (error) {
    const [, ...lines] = (error as Error).message.split('\n');
    return lines.map((line) => line.replace(/^ {2}- /, ''));
  }
}

test.each<[string, string]>([
  ['SMTP_URL', 'smtp://localhost:2525'],
  ['SMTP_URL', 'smtps://user:p%40ss@mail.example'],
  ['GOOGLE_WORKSPACE_EMULATOR_URL', 'http://127.0.0.1:8080'],
  ['GOOGLE_WORKSPACE_EMULATOR_URL', 'http://localhost:8080/'],
  ['GOOGLE_WORKSPACE_EMULATOR_URL', 'http://[::1]:8080'],
  ['MAIL_FROM', 'Tổ giúp việc <dothithongminh@boxaydung.example>'],
  ['SERVICE_ACCOUNT_EMAIL', ''],
])('%s may be "%s"', (name, value) => {
  expect(complaints({ [name]: value })).toEqual([]);
});

test.each<[string, string | undefined]>([
  ['SPREADSHEET_ID', undefined],
  ['SPREADSHEET_ID', '   '],
  ['SPREADSHEET_ID', 'short'],
  ['SMTP_URL', 'mail.example:465'],
  ['SMTP_URL', 'https://mail.example'],
  ['SMTP_URL', 'smtp://'],
  ['MAIL_FROM', 'dothithongminh'],
  ['LINK_SECRET', 'too short'],
  ['GOOGLE_WORKSPACE_EMULATOR_URL', 'http://sheets.googleapis.com'],
  ['GOOGLE_WORKSPACE_EMULATOR_URL', 'http://127.0.0.1.evil.example'],
  ['GOOGLE_WORKSPACE_EMULATOR_URL', 'http://user@127.0.0.1:8080'],
  ['GOOGLE_WORKSPACE_EMULATOR_URL', 'https://127.0.0.1:8080'],
  ['SERVICE_ACCOUNT_EMAIL', 'sync'],
])('%s may not be "%s"', (name, value) => {
  expect(complaints({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
});

test('every problem is told at once', () => {
  const wrong = { SPREADSHEET_ID: undefined, FORM_ID: '', SMTP_URL: 'x', MAIL_FROM: 'y', LINK_SECRET: 'z' };
  expect(complaints(wrong).map((line) => line.split(' ')[0])).toEqual(needed);
});

test('a moment that stands still is for the emulator only', () => {
  const FIXED_NOW = '2025-10-23T08:00:00+07:00';
  expect(complaints({ FIXED_NOW })).toEqual([expect.stringContaining('chỉ dùng với máy giả lập')]);
  expect(complaints({ FIXED_NOW, GOOGLE_WORKSPACE_EMULATOR_URL: 'http://127.0.0.1:8080' })).toEqual([]);
  expect(complaints({ FIXED_NOW: 'now', GOOGLE_WORKSPACE_EMULATOR_URL: 'http://127.0.0.1:8080' })).toEqual([
    expect.stringMatching(/^FIXED_NOW chưa đúng: phải là thời điểm/),
  ]);
});

test('no value of a secret is repeated in what is said', () => {
  const said = complaints({ LINK_SECRET: 'hunter2', SMTP_URL: 'ftp://user:hunter2@mail.example' }).join();
  expect(said).not.toContain('hunter2');
});

test('every example but the elided ones is itself right', () => {
  for (const [name, { example, shape }] of Object.entries(environment)) {
    if (/[…(]/.test(example)) continue;
    expect(shape.fits(example), name).toBe(true);
  }
});

test.each<[string, string[], string | null]>([
  ['by a flag', ['node', 'main.js', '--target=sync'], 'sync'],
  ['by a flag and a word', ['node', 'main.js', '--target', 'doctor', '--port=1'], 'doctor'],
  ['by nobody', ['node', 'main.js'], null],
])('what is to be served is said %s', (_how, args, target) => {
  expect(servedTarget(args, {})).toBe(target);
});

test('what is to be served may stand in the environment, a flag goes before', () => {
  expect(servedTarget([], { FUNCTION_TARGET: 'sync' })).toBe('sync');
  expect(servedTarget(['--target=doctor'], { FUNCTION_TARGET: 'sync' })).toBe('doctor');
});

test.each([
  ['20.19.5', true],
  ['22.4.0', true],
  ['24.0.0', false],
  ['26.1.0', false],
])('Node %s is too old: %s', (version, isTooOld) => {
  expect(nodeProblem(version) !== null).toBe(isTooOld);
});
