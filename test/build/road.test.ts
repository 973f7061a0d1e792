import { once } from 'node:events';
import { Session } from 'node:inspector/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { expect, test, vi } from 'vitest';
import { askTheCities, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

/** Who follows one report from the function that is woken to the mail that leaves opens no more files than these. */
const MOST_FILES = 50;

/** The hops of that road, in order. */
const HOPS = [
  'index.ts',
  'app.ts',
  'sync/sync.ts',
  'workbook/read-snapshot.ts',
  'sync/intake.ts',
  'outlook/outlook.ts',
  'domain/notices/plan-notices.ts',
  'sync/plan-sync.ts',
  'workbook/commit.ts',
  'letters/plan-letter.ts',
  'mail/smtp-mailer.ts',
];

const FUNCTIONS = fileURLToPath(new URL('../../functions/', import.meta.url));
const office = useOffice();

/** Every function with a name that runs meanwhile, as `file#name`. */
async function functionsRunBy(act: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await act();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const ours = result.filter(({ url }) => url.includes(FUNCTIONS));
  return new Set(
    ours.flatMap(({ url, functions }) =>
      functions
        .filter(({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) > 0)
        .map(({ functionName }) => `${url.slice(url.indexOf(FUNCTIONS) + FUNCTIONS.length)}#${functionName}`),
    ),
  );
}

test('one report from index to mail opens few files: those of which a function runs for it and rests without it', async () => {
  await askTheCities(office);
  const environment = { ...office.workspace.environment, FUNCTION_TARGET: 'sync' };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  await import('../../functions/index.ts');
  const server = getTestServer('sync');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const wake = async () => (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' })).json();
  try {
    await wake();
    office.moveTo('2025-10-23 14:30');
    // A closure that the collector took away meanwhile is not counted; what two runs at rest run hides nothing of a report.
    const atRest = new Set([...(await functionsRunBy(wake)), ...(await functionsRunBy(wake))]);
    await office.file('HUE', fullReport('HUE'));
    let summary: unknown;
    const forIt = await functionsRunBy(async () => {
      summary = await wake();
    });
    expect(summary).toMatchObject({ recorded: 1, sent: 1 });
    const opened = new Set([...forIt].filter((one) => !atRest.has(one)).map((one) => one.replace(/#.*/, '')));
    const run = new Set([...forIt].map((one) => one.replace(/#.*/, '')));
    expect(HOPS.filter((hop) => !run.has(hop))).toEqual([]);
    const road = new Set([...HOPS, ...opened]);
    expect(road.size, [...road].sort().join('\n')).toBeLessThanOrEqual(MOST_FILES);
  } finally {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    server.close();
  }
}, 30_000);
