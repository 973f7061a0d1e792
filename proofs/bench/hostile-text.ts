import { linkCodeReader } from '../../functions/domain/links/codes.ts';
import { readSteps } from '../../functions/domain/notices/notice-steps.ts';
import { parseDocumentNumber } from '../../functions/domain/reading/document-number.ts';
import { examineAnswer, excerptOf, partsOf } from '../../functions/domain/reading/examine-answer.ts';
import { createUnitNames } from '../../functions/domain/reading/unit-name.ts';
import { readDeadlineWords } from '../../functions/domain/time/deadline-words.ts';
import { parseWindows } from '../../functions/domain/time/working-calendar.ts';
import { textBlocks } from '../../functions/mail/mail-html.ts';
import { maskAddresses } from '../../functions/mail/send-outcome.ts';
import { isAddress, readMailbox } from '../../sheets-schema/address.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Columns, Tab } from '../../sheets-schema/define-tab.ts';
import { unitSeeds } from '../../sheets-schema/seed/units.ts';
import { hostileCells } from '../../test/domain/reading/hostile-cells.ts';
import { atMost, type Measurement, median, type Row, type Tools } from './row.ts';

/** Measured this often; the median counts, for a collection of garbage is nobody's text. */
const TIMES = 3;

const names = createUnitNames(unitSeeds);

/** Every function that reads text from outside, and every kind of column. */
const readers: Readonly<Record<string, (cell: string) => unknown>> = {
  excerptOf,
  partsOf,
  examineAnswer,
  parseDocumentNumber,
  'unit names': (cell) => names.find(cell),
  readDeadlineWords: (cell) => readDeadlineWords(cell, { signedOn: null }),
  linkCodeReader: linkCodeReader(['bench-secret-of-no-value'], {
    rounds: ['2025-10'],
    units: unitSeeds.map(({ code }) => code),
  }),
  readSteps: (cell) => readSteps([cell]),
  parseWindows: (cell) => parseWindows([cell]),
  textBlocks,
  isAddress,
  readMailbox,
  maskAddresses,
  ...columnReaders(),
};

function columnReaders(): Record<string, (cell: string) => unknown> {
  const columns = (allTabs as readonly Tab[]).flatMap((tab) => Object.values(tab.columns as Columns));
  return Object.fromEntries(
    columns.map(({ codec, expected }) => [`a cell for ${expected}`, (cell: string) => codec.safeParse(cell)]),
  );
}

type Slowest = { readonly milliseconds: number; readonly reader: string; readonly piece: string };

async function measure({ progress }: Tools): Promise<readonly Row[]> {
  let slowest: Slowest = { milliseconds: 0, reader: '', piece: '' };
  for (const [reader, read] of Object.entries(readers)) {
    progress(reader);
    for (const [piece, cell] of hostileCells()) {
      const milliseconds = median(Array.from({ length: TIMES }, () => timeOf(() => read(cell))));
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, reader, piece };
    }
  }
  const { milliseconds, reader, piece } = slowest;
  const tried = `${Object.keys(readers).length} readers, ${hostileCells().size} cells`;
  const said = `${milliseconds.toFixed(1)} ms (${reader}, ${piece}; ${tried})`;
  return [
    atMost('readers of text on cells of 60,000 hostile characters: the slowest reading', 50, milliseconds, said, ' ms'),
  ];
}

/** Milliseconds of this thread's own work: what else the machine does is nobody's text either. */
function timeOf(work: () => unknown): number {
  const { user, system } = process.threadCpuUsage();
  work();
  const spent = process.threadCpuUsage({ user, system });
  return (spent.user + spent.system) / 1_000;
}

export const hostileText: Measurement = { about: 'every reader of text against hostile cells', measure };
