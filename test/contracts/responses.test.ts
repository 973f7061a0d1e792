import { createForm, publish, runEmulator, textQuestion, update } from 'google-workspace-emulator/testing';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createGoogle } from '../../functions/google/client.ts';
import { createResponses } from '../../functions/google/responses.ts';
import type { FormResponse, Responses } from '../../functions/ports.ts';
import { createModelResponses, type Filing } from '../../proofs/simulation/model-responses.ts';
import { brokenClauses, keepsContract } from './contract.ts';
import { allSince, type FilledForm, responsesContract } from './responses.ts';

const running = runEmulator();
const START = Temporal.Instant.from('2025-10-24T03:00:00Z');
const MINUTE = 60_000;

/** @param mostBytes taken in at once */
async function realForm(mostBytes?: number): Promise<FilledForm> {
  const formId = await createForm(running);
  const questionId = '00000001';
  await update(running, formId, [textQuestion('Kết quả', 0, { questionId })]);
  await publish(running, formId);
  let now = START;
  running.emulator.clock.set(now);
  const fill = async (text: string, given: object = {}) => {
    const body = { answers: { [questionId]: [text] }, ...given };
    const filled = await running.control('POST', `/forms/${formId}/responses`, body);
    return (filled as { responseId: string }).responseId;
  };
  return {
    responses: createResponses(createGoogle({ emulator: running.emulator.url }), formId, mostBytes),
    send: () => fill('Đã triển khai'),
    async edit(responseId) {
      await fill('Đã hoàn thành', { responseId });
    },
    wait() {
      now = now.add({ minutes: 1 });
      running.emulator.clock.set(now);
    },
  };
}

async function modelForm(): Promise<FilledForm> {
  const filings: Filing[] = [];
  let now = START.epochMilliseconds;
  const usual = {
    round: '2025-10',
    unit: 'HUE',
    isCodeRight: true,
    isReal: true,
    lacks: true,
    flaw: null,
    isStranger: false,
  };
  const file = (responseId: string, given: Partial<Filing> = {}) => {
    filings.push({ ...usual, responseId, createdAt: now, submittedAt: now, visibleAt: now, ...given });
    return responseId;
  };
  return {
    responses: createModelResponses(filings, () => now),
    send: async () => file(`r${filings.length}`),
    async edit(responseId) {
      const createdAt = filings.find((one) => one.responseId === responseId)?.createdAt ?? now;
      file(responseId, { createdAt, lacks: false });
    },
    wait() {
      now += MINUTE;
    },
  };
}

keepsContract('the Forms adapter, on the emulator', responsesContract, () => realForm());
keepsContract('the Forms adapter, where two responses are too much at once', responsesContract, () => realForm(600));
keepsContract('the responses in memory', responsesContract, modelForm);

type Change = (all: readonly FormResponse[], time: string | null) => readonly FormResponse[];

/** The model with one thing wrong: what it makes of all responses. */
const faults: Readonly<Record<string, Change>> = {
  'asks by the time of the first sending': (all, time) =>
    all.filter(({ createTime }) => time === null || createTime >= time),
  'leaves out what was sent at the very time': (all, time) =>
    all.filter(({ lastSubmittedTime }) => time === null || lastSubmittedTime > time),
  'gives everything whatever is asked': (all) => all,
  'gives the newest first': (all, time) =>
    all.filter(({ lastSubmittedTime }) => time === null || lastSubmittedTime >= time).toReversed(),
  'gives one response twice': (all) => [...all, ...all.slice(0, 1)],
  'asks to the second': (all, time) =>
    all.filter(({ lastSubmittedTime }) => time === null || lastSubmittedTime.slice(0, 19) >= time.slice(0, 19)),
  'takes a second sending for a first one': (all) => all.map((one) => ({ ...one, createTime: one.lastSubmittedTime })),
};

test.each(Object.entries(faults))('a model that %s breaks the contract', async (_fault, change) => {
  const make = async () => {
    const form = await modelForm();
    const responses: Responses = {
      ...form.responses,
      since: async (time, isKnown) => {
        const all = change(await allSince(form.responses, null), time);
        return { responses: all.filter((one) => !isKnown(one)), more: null };
      },
    };
    return { ...form, responses };
  };
  expect(await brokenClauses(responsesContract, make)).not.toEqual([]);
});
