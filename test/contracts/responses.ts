import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { FormResponse, ResponsePart, Responses, Submission } from '../../functions/ports.ts';
import type { Contract } from './contract.ts';

/** The responses of a form, with the hands of those who fill it. */
export type FilledForm = {
  readonly responses: Responses;
  /** Somebody sends the form now. @returns the response's id */
  send(): Promise<string>;
  /** The same person sends it again, with other answers. */
  edit(responseId: string): Promise<void>;
  /** A minute goes by. */
  wait(): void;
};

/** The parts of a list one after another, each to its end. */
export async function partsSince(
  responses: Responses,
  time: string | null,
  isKnown: (submission: Submission) => boolean = () => false,
): Promise<readonly ResponsePart[]> {
  const parts: ResponsePart[] = [];
  for (let part = await responses.since(time, isKnown); ; part = await part.more()) {
    parts.push(part);
    if (part.more === null) return parts;
  }
}

/** All of them, as no run keeps them in memory. */
export async function allSince(...asked: Parameters<typeof partsSince>): Promise<readonly FormResponse[]> {
  return (await partsSince(...asked)).flatMap((part) => part.responses);
}

/** What a form's list of responses does behind the port. */
export const responsesContract: Contract<FilledForm> = {
  async 'nobody has answered: nothing'({ responses }) {
    expect(await allSince(responses, null)).toEqual([]);
  },
  async 'each response is there once, whole, however often it is asked for'({ responses, send, wait }) {
    const ids = [await send()];
    wait();
    ids.push(await send());
    const found = await allSince(responses, null);
    expect(found.map(({ responseId }) => responseId).toSorted()).toEqual(ids.toSorted());
    for (const { answers } of found) expect([...answers.values()].flat().join('')).not.toBe('');
    expect(await allSince(responses, null)).toEqual(found);
  },
  async 'a first sending has one time, in UTC, and a later one a later'({ responses, send, wait }) {
    const first = await send();
    wait();
    await send();
    const found = await allSince(responses, null);
    for (const { createTime, lastSubmittedTime } of found) {
      expect(lastSubmittedTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      expect(createTime).toBe(lastSubmittedTime);
    }
    const [earliest] = found.toSorted((a, b) => Temporal.Instant.compare(a.lastSubmittedTime, b.lastSubmittedTime));
    expect(earliest?.responseId).toBe(first);
  },
  async 'what was sent at the time asked for is there, to the microsecond'({ responses, send, wait }) {
    await send();
    wait();
    const second = await send();
    const all = await allSince(responses, null);
    const time = Temporal.Instant.from(all.find(({ responseId }) => responseId === second)?.lastSubmittedTime ?? '');
    const since = async (one: Temporal.Instant) =>
      (await allSince(responses, one.toString({ smallestUnit: 'microsecond' }))).map(({ responseId }) => responseId);
    expect(await since(time)).toEqual([second]);
    expect(await since(time.add({ microseconds: 1 }))).toEqual([]);
  },
  async 'ids and times of all are there, and nothing of what they say'({ responses, send, edit, wait }) {
    expect(await responses.submissions()).toEqual([]);
    const first = await send();
    await send();
    wait();
    await edit(first);
    const told = (await allSince(responses, null)).map(
      ({ responseId, lastSubmittedTime }) => `${responseId} ${lastSubmittedTime}`,
    );
    const found = await responses.submissions();
    expect(found.map((one) => `${one.responseId} ${one.lastSubmittedTime}`).toSorted()).toEqual(told.toSorted());
  },
  async 'nothing is there since a time to come'({ responses, send }) {
    await send();
    expect(await allSince(responses, '2099-01-01T00:00:00.000000Z')).toEqual([]);
  },
  async 'a response that was sent again hides the one before, and keeps the time it was first sent'(form) {
    const { responses, send, edit, wait } = form;
    const id = await send();
    const [before] = await allSince(responses, null);
    wait();
    await edit(id);
    const after = await allSince(responses, null);
    expect(after.map(({ responseId }) => responseId)).toEqual([id]);
    expect(after[0]?.createTime).toBe(before?.createTime);
    expect(after[0]?.lastSubmittedTime).not.toBe(before?.lastSubmittedTime);
    expect(after[0]?.answers).not.toEqual(before?.answers);
  },
  async 'they come oldest first, and those known not at all'({ responses, send, edit, wait }) {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push(await send());
      wait();
    }
    const [first = '', second = '', third = ''] = ids;
    await edit(first);
    const idsOf = async (known: string) =>
      (await allSince(responses, null, ({ responseId }) => responseId === known)).map(({ responseId }) => responseId);
    expect(await idsOf('')).toEqual([second, third, first]);
    expect(await idsOf(third)).toEqual([second, first]);
  },
  async 'it is found by the time it was sent again'({ responses, send, edit, wait }) {
    const id = await send();
    wait();
    const other = await send();
    const all = await allSince(responses, null);
    const between = all.find(({ responseId }) => responseId === other)?.lastSubmittedTime ?? '';
    wait();
    await edit(id);
    const found = (await allSince(responses, between)).map(({ responseId }) => responseId);
    expect(found.toSorted()).toEqual([id, other].toSorted());
  },
};
