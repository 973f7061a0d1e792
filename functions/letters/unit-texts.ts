import type { AnswerRow } from '../../sheets-schema/tabs/logs.ts';
import { rowsOfVersions, type Texts, textsOf, versionsOf } from '../documents/synthesis/unit-content.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { WantedTexts } from '../ports.ts';

/** The rows of `Nội dung` with their long texts. */
export type ReadTexts = (wanted: WantedTexts) => Promise<readonly AnswerRow[]>;

/** What a unit reported in a round, whole. */
export type TextsFor = (status: UnitStatus) => Promise<Texts>;

type Log = Parameters<typeof rowsOfVersions>[0];

/** So many units' texts are read at once: a mailing to a whole country neither asks for each nor holds all. */
const READ_AT_ONCE = 50;

/** For the mails of one run: each text is read together with those of who stand beside it in the same round. */
export function createTextsFor(
  statuses: readonly UnitStatus[],
  { answers, readTexts }: { readonly answers: Log; readonly readTexts: ReadTexts },
): TextsFor {
  let byRound: ReadonlyMap<string, readonly UnitStatus[]> | null = null;
  const inRound = (id: string) => {
    byRound ??= Map.groupBy(statuses, ({ round }) => round.id);
    return byRound.get(id) ?? [];
  };
  const read = new Map<string, Promise<Texts>>();
  return (status) => {
    const { id } = status.round;
    const ofRound = inRound(id);
    const part = Math.floor(ofRound.indexOf(status) / READ_AT_ONCE);
    const name = JSON.stringify([id, part]);
    const known = read.get(name);
    if (known) return known;
    const beside = ofRound.slice(part * READ_AT_ONCE, (part + 1) * READ_AT_ONCE);
    const found = readTexts(rowsOfVersions(answers, versionsOf(id, beside))).then(textsOf);
    const [oldest] = read.keys();
    if (read.size > 1 && oldest !== undefined) read.delete(oldest);
    read.set(name, found);
    return found;
  };
}
