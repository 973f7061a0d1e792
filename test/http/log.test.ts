import { expect, test } from 'vitest';
import { createLog } from '../../functions/http/log.ts';
import { problem } from '../../functions/shared/problem.ts';

const ADDRESS = 'nguyen.thi.mau@hue.example';
const REPORT = 'Đã rà soát 04 đề án';

type Line = { readonly severity: string; readonly message: string; readonly err: { readonly stack: string } };

/** What a program that logs leaves in Cloud Logging. */
function logged(write: (log: ReturnType<typeof createLog>) => void): { text: string; line: Line } {
  const lines: string[] = [];
  write(createLog((line) => void lines.push(line)));
  return { text: lines.join(''), line: JSON.parse(lines[0] ?? '{}') as Line };
}

/** As a Google client throws it: the request that failed hangs on it, body and all. */
function clientError(message: string): Error {
  const config = { url: 'https://sheets.googleapis.com/', data: { values: [[REPORT]] } };
  return Object.assign(new Error(message), { status: 400, config, response: { config, data: REPORT } });
}

test.each([
  ['info', 'INFO'],
  ['error', 'ERROR'],
] as const)('%s is %s for Cloud Logging', (level, severity) => {
  const { line } = logged((log) => log[level]({ sent: 3 }, 'sync done'));
  expect(line).toEqual({ severity, message: 'sync done', sent: 3 });
});

test.each([
  ['info', ['INFO', 'ERROR']],
  ['error', ['ERROR']],
  ['silent', []],
])('from the level %s on, what is milder is left out', (least, written) => {
  const lines: string[] = [];
  const log = createLog((line) => void lines.push(line), least);
  log.info({}, 'done');
  log.error({}, 'failed');
  expect(lines.map((line) => (JSON.parse(line) as Line).severity)).toEqual(written);
});

test('an address in the words of an error is taken out', () => {
  const { text, line } = logged((log) => log.error({ err: new Error(`550 <${ADDRESS}> unknown`) }, 'sync failed'));
  expect(text).not.toContain('hue.example');
  expect(line.err).toMatchObject({ type: 'Error', message: '550 <(address)> unknown' });
});

test('an address anywhere in a line is taken out, a package path stays', () => {
  const { text } = logged((log) =>
    log.info({ note: `gửi ${ADDRESS}`, at: 'node_modules/@google-cloud/x.js' }, ADDRESS),
  );
  expect(text).not.toContain('nguyen.thi.mau');
  expect(text).toContain('node_modules/@google-cloud/x.js');
});

test('the request that a failed call carries is never logged', () => {
  const { text, line } = logged((log) =>
    log.error(
      { err: problem('google.refused', ['the commit', 400, 'Invalid'], clientError('Invalid')) },
      'sync failed',
    ),
  );
  expect(text).not.toContain(REPORT);
  expect(line.err).toMatchObject({ code: 'google.refused', cause: { type: 'Error', message: 'Invalid' } });
});

test('a refusal that quotes what it refuses is cut', () => {
  const { text } = logged((log) =>
    log.error({ err: clientError(`Invalid value: ${'a'.repeat(400)}${REPORT}`) }, 'failed'),
  );
  expect(text).not.toContain(REPORT);
  expect(text).toContain('Invalid value: aaa');
});

test('where it happened can be read', () => {
  const { line } = logged((log) => log.error({ err: new Error('x') }, 'failed'));
  expect(line.err.stack).toContain('log.test.ts');
});

test('what is thrown and is no error is told too', () => {
  expect(logged((log) => log.error({ err: 'plain' }, 'failed')).line.err).toMatchObject({ message: 'plain' });
});
