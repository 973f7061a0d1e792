import { expect, test } from 'vitest';
import type { ServedFunction } from '../../scripts/workspace/serve-function.ts';
import { ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { controlEmulator, pushesOf, useBundle } from '../../test/build/served-bundle.ts';
import { askTheCities, CITIES, useOffice } from '../../test/support/office.ts';
import { fullReport, without } from '../../test/support/reports.ts';

const TOPIC = 'projects/p/topics/t';
const office = useOffice();
const bundle = useBundle(office, { WATCH_TOPIC: TOPIC });

/** What Pub/Sub sends: a token of the calling account, and a message; a Forms notification itself has no data. */
async function push({ url }: ServedFunction, messageId: string, publishTime: string): Promise<number> {
  const message = {
    attributes: { eventType: 'RESPONSES', formId: office.workspace.provisioned.formId, watchId: 'w' },
    data: Buffer.from(JSON.stringify({ note: 'read from the form, not from here' })).toString('base64'),
    ...{ messageId, message_id: messageId, publishTime, publish_time: publishTime },
  };
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer header.claims.signature', 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ message, subscription: 'projects/p/subscriptions/s', deliveryAttempt: 2 }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

const subjectsOf = async (unit: string, start: string) =>
  (await office.mailsTo(unit)).filter(({ subject }) => subject.includes(start)).length;
const recorded = async () => (await office.rowsOf(reports)).map(({ unit }) => unit).sort();
const get = ({ url }: ServedFunction, query = '') => fetch(`${url}/${query}`);

type Line = { readonly severity: string; readonly function: string };

/** Each line is for Cloud Logging, tells which run, how long, how many calls, and holds nothing about people or reports. */
function expectPlainLog(lines: readonly string[]): void {
  const parsed = lines.map((line) => JSON.parse(line) as Line);
  for (const line of parsed) {
    expect(line).toMatchObject({
      severity: expect.stringMatching(/^(INFO|ERROR)$/),
      run: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ms: expect.any(Number),
      googleCalls: expect.any(Number),
      message: expect.stringMatching(/^\w+ (done|failed)$/),
    });
  }
  const seen = new Set(parsed.map((line) => `${line.function} ${line.severity}`));
  expect([...seen].sort()).toEqual(['dashboard INFO', 'renewWatch INFO', 'sync ERROR', 'sync INFO', 'synthesis INFO']);
  const text = lines.join('\n');
  expect(text).not.toMatch(/[\w.]@[\w.-]+\.\w{2,}/);
  for (const answer of Object.values(fullReport('HUE'))) expect(text).not.toContain(String(answer));
}

test('the whole round: pushes twice, in the wrong order and not at all, a watch that ends, and the papers', async () => {
  const served: ServedFunction[] = [];
  const serve = async (target: string) => {
    const one = await bundle.serve(target);
    served.push(one);
    return one;
  };
  try {
    await askTheCities(office);
    const [sync, renewWatch] = [await serve('sync'), await serve('renewWatch')];
    await controlEmulator(office, 'subscriptions', [{ topic: TOPIC, endpoint: sync.url }]);
    await renewWatch.post();
    await sync.post();
    for (const unit of CITIES) expect(await subjectsOf(unit, 'Đề nghị gửi'), unit).toBe(1);

    // Two reports, their messages at once, each twice, the later one first.
    await controlEmulator(office, 'switches', { 'forms.drop-notifications': true });
    office.moveTo('2025-10-24 09:00');
    await office.file('HUE', fullReport('HUE'));
    office.moveTo('2025-10-24 09:01');
    await office.file('DNG', without(fullReport('DNG'), '1.4'));
    const [earlier, later] = ['2025-10-24T02:00:00Z', '2025-10-24T02:01:00Z'];
    const statuses = await Promise.all([
      push(sync, '2', later),
      push(sync, '1', earlier),
      push(sync, '2', later),
      push(sync, '1', earlier),
    ]);
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(await recorded()).toEqual(['DNG', 'HUE']);
    expect([await subjectsOf('HUE', 'Đã tiếp nhận'), await subjectsOf('DNG', 'Đã tiếp nhận')]).toEqual([1, 1]);

    // A message that wandered for days finds nothing new.
    office.moveTo('2025-10-28 09:00');
    await sync.post();
    office.workspace.emulator.log.clear();
    expect(await push(sync, '1', earlier)).toBe(200);
    expect(office.workspace.emulator.log.list()).toHaveLength(2);

    // A burst of them costs two reads each, and no write.
    await Promise.all(Array.from({ length: 10 }, () => push(sync, '1', earlier)));
    const calls = office.workspace.emulator.log.list().map(({ path }) => path.split(':')[1] ?? 'responses');
    expect(calls.filter((call) => call !== 'responses').every((call) => call === 'batchGetByDataFilter')).toBe(true);
    expect(calls).toHaveLength(22);

    // Nobody renews: the watch ends, and what comes then waits for the clock.
    await controlEmulator(office, 'switches', { 'forms.drop-notifications': false });
    office.moveTo('2025-10-31 08:00');
    const before = (await pushesOf(office)).length;
    await office.file('CTO', fullReport('CTO'));
    expect((await pushesOf(office)).length).toBe(before);
    expect(await sync.post()).toMatchObject({ recorded: 1 });
    office.moveTo('2025-10-31 08:30');
    await sync.post();
    expect([await subjectsOf('HPG', 'Quá hạn'), await subjectsOf('CTO', 'Quá hạn')]).toEqual([1, 0]);

    // A new watch, and reports wake the loop again.
    expect(await renewWatch.post()).toMatchObject({ watches: [{ did: 'created' }, { did: 'created' }] });
    office.moveTo('2025-10-31 10:00');
    for (const unit of ['HNI', 'HCM', 'HPG']) await office.file(unit, fullReport(unit));
    expect((await pushesOf(office)).length).toBeGreaterThan(before);
    await sync.post();
    expect(await recorded()).toEqual([...CITIES].sort());

    const [dashboard, synthesis] = [await serve('dashboard'), await serve('synthesis')];
    const page = await get(dashboard);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringMatching(/Hải Phòng[\s\S]*6\/6|6\/6[\s\S]*Hải Phòng/),
    ]);
    const report = await get(synthesis);
    expect(report.headers.get('content-disposition')).toContain('Bao-cao-tong-hop-2025-10.docx');
    expect(
      Buffer.from(await report.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await get(synthesis, '?unit=HPG')).status).toBe(404);
    const sent = (await office.rowsOf(ledger)).filter(({ state }) => state === 'đã gửi').map(({ key }) => key);
    expect(new Set(sent).size).toBe(sent.length);

    await office.breakGoogle({ path: 'spreadsheets', times: 99, kind: '500' });
    await expect(sync.post()).rejects.toThrow('google.unreachable');
    expectPlainLog(bundle.logged());
  } finally {
    await Promise.all(served.map(({ close }) => close()));
  }
});
