import { describe, expect, test } from 'vitest';
import { createFaultList } from '../../faults.ts';
import { createForm, refusalOf, runEmulator, textQuestion, update } from './running-emulator.ts';

const running = runEmulator();
const create = () => running.forms.forms.create({ requestBody: { info: { title: 'Kỳ báo cáo' } } });
const formsMade = () => running.emulator.files.size;

describe('a fault answers as Google does', () => {
  test.each([
    ['429', 'RESOURCE_EXHAUSTED'],
    ['500', 'INTERNAL'],
    ['503', 'UNAVAILABLE'],
  ])('%s is %s, and the work is not done', async (kind, status) => {
    await running.control('PUT', '/faults', [{ kind }]);
    expect(await refusalOf(create())).toMatchObject({ code: Number(kind), status });
    expect(formsMade()).toBe(0);
  });

  test('a body strikes only the calls that carry it, which read what they were sent all the same', async () => {
    await running.control('PUT', '/faults', [{ kind: '400', body: 'Kỳ .+ cáo' }]);
    expect(await refusalOf(create())).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
    const other = await running.forms.forms.create({ requestBody: { info: { title: 'Khác' } } });
    expect(other.data.info?.title).toBe('Khác');
  });

  test('drop-before closes the connection and does not do the work', async () => {
    await running.control('PUT', '/faults', [{ kind: 'drop-before', times: 1 }]);
    await expect(create()).rejects.toMatchObject({ response: undefined });
    expect(formsMade()).toBe(0);
  });

  test('drop-after does the work and loses the answer', async () => {
    await running.control('PUT', '/faults', [{ kind: 'drop-after', times: 1 }]);
    await expect(create()).rejects.toMatchObject({ response: undefined });
    expect(formsMade()).toBe(1);
  });

  test('a dropped call is in the log with status 0', async () => {
    await running.control('PUT', '/faults', [{ kind: 'drop-after', times: 1 }]);
    await create().catch(() => {});
    expect(running.emulator.log.list()).toMatchObject([{ path: '/v1/forms', status: 0, responseBytes: 0 }]);
  });

  test('delay keeps the answer waiting', async () => {
    await running.control('PUT', '/faults', [{ kind: 'delay', ms: 40 }]);
    await create();
    expect(running.emulator.log.list()[0]?.ms).toBeGreaterThanOrEqual(39);
  });

  test('late closes the connection, and does the work when the next call has done its own', async () => {
    const formId = await createForm(running);
    await running.control('PUT', '/faults', [{ kind: 'late', times: 1, path: ':batchUpdate$' }]);
    await expect(update(running, formId, [textQuestion('Trễ', 0)])).rejects.toMatchObject({ response: undefined });
    const titles = async () => (await running.forms.forms.get({ formId })).data.items?.map(({ title }) => title);
    expect(running.emulator.log.list()).toHaveLength(1);
    await update(running, formId, [textQuestion('Kịp', 0)]);
    expect(await titles()).toEqual(['Trễ', 'Kịp']);
    expect(running.emulator.log.list().filter(({ status }) => status === 0)).toHaveLength(1);
  });
});

test('a fault strikes only the method and path it names', async () => {
  const formId = await createForm(running);
  await running.control('PUT', '/faults', [{ method: 'post', path: ':batchUpdate$', kind: '503' }]);
  await running.forms.forms.get({ formId });
  expect(await refusalOf(running.forms.forms.batchUpdate({ formId, requestBody: { requests: [] } }))).toMatchObject({
    code: 503,
  });
});

test('the control plane itself is never struck', async () => {
  await running.control('PUT', '/faults', [{ kind: '500' }]);
  await expect(running.control('GET', '/clock')).resolves.toBeDefined();
});

describe('how often a fault strikes', () => {
  const struck = (faults: { kind: string; skip: number; times?: number }[], calls: number) => {
    const list = createFaultList<(typeof faults)[number]>();
    list.replace(faults);
    return Array.from({ length: calls }, () => list.strike(() => true).map(({ kind }) => kind));
  };

  test.each([
    {
      title: 'without times, until replaced',
      faults: [{ kind: '500', skip: 0 }],
      strikes: [['500'], ['500'], ['500']],
    },
    { title: 'after skip calls', faults: [{ kind: '500', skip: 2 }], strikes: [[], [], ['500']] },
    { title: 'times times', faults: [{ kind: '500', skip: 0, times: 1 }], strikes: [['500'], [], []] },
    {
      title: 'the next one waits until the first is spent',
      faults: [
        { kind: '429', skip: 0, times: 1 },
        { kind: '503', skip: 0, times: 1 },
      ],
      strikes: [['429'], ['503'], []],
    },
    {
      title: 'a delay goes along with any other',
      faults: [
        { kind: 'delay', skip: 0 },
        { kind: '503', skip: 1, times: 1 },
      ],
      strikes: [['delay'], ['delay', '503'], ['delay']],
    },
  ])('$title', ({ faults, strikes }) => {
    expect(struck(faults, 3)).toEqual(strikes);
  });
});
