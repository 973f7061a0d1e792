import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Responses } from '../../functions/ports.ts';
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

/** What a form's list of responses does behind the port. The order of the list is nobody's promise. */
export const responsesContract: Contract<FilledForm> = {
  async 'nobody has answered: nothing'({ responses }) {
    expect(await responses.since(null)).toEqual([]);
  },
  async 'each response is there once, whole, however often it is asked for'({ responses, send, wait }) {
    const ids = [await send()];
    wait();
    ids.push(await send());
    const found = await responses.since(null);
    expect(found.map(({ responseId }) => responseId).toSorted()).toEqual(ids.toSorted());
    for (const { answers } of found) expect([...answers.values()].flat().join('')).not.toBe('');
    expect(await responses.since(null)).toEqual(found);
  },
  async 'a first sending has one time, in UTC, and a later one a later'({ responses, send, wait }) {
    const first = await send();
    wait();
    await send();
    const found = await responses.since(null);
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
    const all = await responses.since(null);
    const time = Temporal.Instant.from(all.find(({ responseId }) => responseId === second)?.lastSubmittedTime ?? '');
    const since = async (one: Temporal.Instant) =>
      (await responses.since(one.toString({ smallestUnit: 'microsecond' }))).map(({ responseId }) => responseId);
    expect(await since(time)).toEqual([second]);
    expect(await since(time.add({ microseconds: 1 }))).toEqual([]);
  },
  async 'ids and times of all are there, and nothing of what they say'({ responses, send, edit, wait }) {
    expect(await responses.submissions()).toEqual([]);
    const first = await send();
    await send();
    wait();
    await edit(first);
    const told = (await responses.since(null)).map(
      ({ responseId, lastSubmittedTime }) => `${responseId} ${lastSubmittedTime}`,
    );
    const found = await responses.submissions();
    expect(found.map((one) => `${one.responseId} ${one.lastSubmittedTime}`).toSorted()).toEqual(told.toSorted());
  },
  async 'nothing is there since a time to come'({ responses, send }) {
    await send();
    expect(await responses.since('2099-01-01T00:00:00.000000Z')).toEqual([]);
  },
  async 'a response that was sent again hides the one before, and keeps the time it was first sent'(form) {
    const { responses, send, edit, wait } = form;
    const id = await send();
    const [before] = await responses.since(null);
    wait();
    await edit(id);
    const after = await responses.since(null);
    expect(after.map(({ responseId }) => responseId)).toEqual([id]);
    expect(after[0]?.createTime).toBe(before?.createTime);
    expect(after[0]?.lastSubmittedTime).not.toBe(before?.lastSubmittedTime);
    expect(after[0]?.answers).not.toEqual(before?.answers);
  },
  async 'it is found by the time it was sent again'({ responses, send, edit, wait }) {
    const id = await send();
    wait();
    const other = await send();
    const all = await responses.since(null);
    const between = all.find(({ responseId }) => responseId === other)?.lastSubmittedTime ?? '';
    wait();
    await edit(id);
    const found = (await responses.since(between)).map(({ responseId }) => responseId);
    expect(found.toSorted()).toEqual([id, other].toSorted());
  },
};
