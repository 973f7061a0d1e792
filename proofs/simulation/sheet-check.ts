import { brokenNow, type Cells, copiedSecrets, lastStates, neverRecorded } from '../invariants.ts';
import { awaitsWord, type Knowledge } from './knowledge.ts';
import { SECRET, submissionTime } from './model-responses.ts';
import { type NoticeName, readName } from './notice-name.ts';
import type { OracleFinding } from './oracle.ts';
import type { World } from './world.ts';

/**
 * When all is over: what must hold of any file, every version is in the log, and every notice that was begun has an end or
 * waits for a word, as about a task that somebody typed over.
 */
export function checkSheet({ file, filings, agenda, knowledge }: World): readonly OracleFinding[] {
  const cells: Cells = ({ sheetId }) => file.tabs.get(sheetId)?.rows ?? [];
  const finding = (offence: OracleFinding['offence'], what: string): OracleFinding => ({
    offence,
    what,
    at: agenda.now(),
    run: 0,
  });
  const latest = new Map(filings.map((filing) => [filing.responseId, filing]));
  const sent = [...latest.values()].map(({ responseId, submittedAt }) => ({
    responseId,
    submitted: submissionTime(submittedAt),
  }));
  const goesOn = new Set(['đang gửi', 'gửi lại sau', 'chờ người nhận còn lại']);
  const isAsked = ({ subject, unit }: NoticeName) =>
    awaitsWord(knowledge, subject, unit) || isInDoubt(knowledge, subject);
  const open = [...lastStates(cells)].filter(([key, state]) => goesOn.has(state) && !isAsked(readName(key)));
  return [
    ...neverRecorded(cells, sent).map((responseId) => finding('lost report', responseId)),
    ...copiedSecrets(cells, SECRET).map((title) => finding('secret copied', title)),
    ...brokenNow(cells).map((what) => finding('broken log', what)),
    ...open.map(([key, state]) => finding('left open', `${key}: ${state}`)),
  ];
}

function isInDoubt({ office, bindings }: Knowledge, subject: string): boolean {
  const task = office.tasks.get(subject);
  return !!task?.approved && bindings.tasks.isOtherwise(task);
}
