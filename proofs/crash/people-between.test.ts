import { expect, test } from 'vitest';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { ROUND, useOffice } from '../../test/support/office.ts';
import type { Gate } from './gates.ts';
import { syncThrough, syncUntilQuiet } from './runs.ts';
import { manyUnits, openingRound } from './scenes.ts';

const office = useOffice();

/** Does something right before the first call of that name. */
function interrupting(name: string, act: () => Promise<unknown>): Gate {
  let isDone = false;
  return async (call, pass) => {
    if (call === name && !isDone) {
      isDone = true;
      await act();
    }
    return pass();
  };
}

const results = async () =>
  Map.groupBy(
    (await office.rowsOf(ledger)).filter(({ state }) => state === 'đã gửi'),
    ({ key }) => key,
  );

async function expectEachMailOnce() {
  const ids = (await office.mails()).map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...(await results()).values()].filter((rows) => rows.length !== 1)).toEqual([]);
  expect((await results()).size).toBe(ids.length);
}

test.each([openingRound, manyUnits])(
  '$name: mails are recorded although a tab is deleted under the run',
  async (scene) => {
    await scene.prepare(office);
    const gate = interrupting('a mail', () => office.edit({ deleteSheet: { sheetId: tracking.sheetId } }));
    await syncThrough(office.workspace, { gate });
    await expectEachMailOnce();
  },
);

test('a form that a slow run edits last is put right by the same run', async () => {
  await openingRound.prepare(office);
  const gate = interrupting('the publishing of the form', async () => {
    await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
    await syncThrough(office.workspace);
  });
  await syncThrough(office.workspace, { gate });
  const [form] = [...office.workspace.emulator.forms.store.all()];
  expect(form?.publishState.isAcceptingResponses).toBe(false);
  await syncUntilQuiet(office.workspace, {}, -1);
});
