import { createClock, createFormsService, createPubsub, renderForm } from 'google-workspace-emulator';
import type { FormEditor, FormRequest, LiveForm } from '../../functions/ports.ts';

/** A form of the emulator's Forms service, in this process and without a network between. */
export type FormAtHand = {
  readonly editor: FormEditor;
  /** Calls so far: gets, edits, publishings. */
  calls(): number;
  /** As it stands, however the service shows it. */
  live(): Promise<LiveForm>;
  /** A person edits the live form. */
  byHand(...requests: FormRequest[]): Promise<void>;
  /** The n-th call from now never reaches the service, or its answer never comes back. */
  failAt(call: number, side?: Side): void;
};

type Side = 'before' | 'after';

/** @param switchedOn where nobody knows how the service behaves, what it does otherwise than it would */
export async function createFormAtHand(...switchedOn: readonly string[]): Promise<FormAtHand> {
  const clock = createClock();
  const made = [0];
  const { routes, store } = createFormsService({
    clock,
    pubsub: createPubsub(clock),
    files: new Map(),
    switches: new Map(switchedOn.map((name) => [name, true])),
    origin: () => 'http://127.0.0.1',
    newId: (length = 44) => String(made.push(0)).padStart(length, 'f'),
  });
  const ask = async (method: string, path: string, body?: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await routes.request(path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { ok: answer.ok, body: (await answer.json()) as never };
  };
  const { body: created } = await ask('POST', '/v1/forms', { info: { title: 'Báo cáo' } });
  const path = `/v1/forms/${(created as LiveForm).formId}`;
  const live = async () => {
    const [form] = store.all();
    if (!form) throw new Error('The form is gone.');
    return renderForm(form, { origin: () => '', switches: new Map() }) as LiveForm;
  };
  let calls = 0;
  let failing: { in: number; side: Side } = { in: 0, side: 'before' };
  const called = async (method: string, suffix: string, body?: unknown) => {
    calls += 1;
    failing.in -= 1;
    const dies = (side: Side) => failing.in === 0 && failing.side === side;
    if (dies('before')) throw new Error('The line went dead.');
    const answer = await ask(method, path + suffix, body);
    if (dies('after')) throw new Error('The line went dead.');
    return answer;
  };
  return {
    calls: () => calls,
    live,
    failAt(call, side = 'before') {
      failing = { in: call, side };
    },
    async byHand(...requests) {
      const { ok, body } = await ask('POST', `${path}:batchUpdate`, { requests });
      if (!ok) throw new Error(JSON.stringify(body));
    },
    editor: {
      get: async () => (await called('GET', '')).body as LiveForm,
      async edit(requests, requiredRevisionId) {
        const answer = await called('POST', ':batchUpdate', {
          requests,
          writeControl: { requiredRevisionId },
          includeFormInResponse: true,
        });
        if (answer.ok) return { made: (answer.body as { form: LiveForm }).form };
        if ((await live()).revisionId !== requiredRevisionId) return 'stale';
        return { refused: JSON.stringify(answer.body) };
      },
      async publish(isAcceptingResponses) {
        const publishSettings = { publishState: { isPublished: true, isAcceptingResponses } };
        const answer = await called('POST', ':setPublishSettings', { publishSettings, updateMask: 'publishState' });
        if (!answer.ok) throw new Error(JSON.stringify(answer.body));
        return 'done';
      },
    },
  };
}
