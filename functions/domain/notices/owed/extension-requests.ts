import { onlyGivesTime } from '../../standing/decision-book.ts';
import type { UnitStatus } from '../../standing/unit-status.ts';
import { momentWords } from '../../time/moment-words.ts';
import type { Moot, Notice } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { toldOf, untold } from './already-told.ts';
import { oweUnit } from './owe.ts';

/** That a unit asked for time is answered at once, as a receipt is, and once more where a coordinator says no. */
export function requestsForTime(desk: Desk, status: UnitStatus): readonly Notice[] {
  return [...noted(desk, status), ...refused(desk, status)];
}

/** One for each request; the newest speaks for those before it. It repeats the deadline that the unit knows. */
function noted(desk: Desk, status: UnitStatus): readonly Notice[] {
  const { goLive } = desk.settings;
  const asked = status.requests.filter(
    ({ isRepeated, seenAt }) => !isRepeated && !(goLive !== null && isBefore(seenAt, goLive)),
  );
  return asked.map(({ version, seenAt, askedAt, answers }, index) => ({
    ...oweUnit(desk, status, 'Ghi nhận đề nghị gia hạn', {
      step: '1',
      dueAt: seenAt,
      why: `Đơn vị đề nghị gia hạn lúc ${momentWords(askedAt)}; thời hạn giữ nguyên cho đến khi có quyết định.`,
      moot: answers.length > 0 ? ANSWERED : index < asked.length - 1 ? ASKED_ANEW : null,
      version,
    }),
    deadline: toldOf(desk, status).deadline,
  }));
}

const ANSWERED: Moot = { state: 'không cần nữa', reason: 'Đã có quyết định về đề nghị này trước khi thư đi.' };
const ASKED_ANEW: Moot = { state: 'gộp vào thư mạnh hơn', reason: 'Thay bằng thư về đề nghị gia hạn mới hơn.' };

/** A refusal is told unless more time was given after all; of a deadline that the unit does not know yet another mail tells first. */
function refused(desk: Desk, status: UnitStatus): readonly Notice[] {
  return status.requests.flatMap(({ version, answers }) =>
    answers.flatMap((decision, index) =>
      onlyGivesTime(decision)
        ? []
        : oweUnit(desk, status, 'Không gia hạn', {
            step: decision.at.toString(),
            dueAt: decision.at,
            why: 'Quyết định "Không gia hạn" về đề nghị của đơn vị.',
            moot: index < answers.length - 1 ? DECIDED_ANEW : null,
            waitsFor: untold(desk, status),
            version,
            ...(decision.reason && { reason: decision.reason }),
          }),
    ),
  );
}

const DECIDED_ANEW: Moot = { state: 'không cần nữa', reason: 'Đã có quyết định khác về đề nghị này trước khi thư đi.' };
