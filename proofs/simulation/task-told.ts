import type { Records } from './records.ts';

/** What one mail told of one task. */
export type TaskLine = {
  readonly tells: string;
  readonly task: string;
  /** As the leadership is told whose it is. */
  readonly name: string;
};

/** Reads the tasks out of a mail as its recipient does. */
export function tasksNamed(text: string): readonly TaskLine[] {
  return text.split('\n').flatMap((line) => {
    const [, tells = '', task = '', name = ''] = /^(late|due|asked|news|helps) (\S+) (.*)$/.exec(line) ?? [];
    return task === '' ? [] : [{ tells, task, name }];
  });
}

export type TaskTelling = {
  readonly key: string;
  readonly at: number;
  readonly task: string;
  readonly unit: string;
  readonly tells: string;
  /** The last day that was in force. */
  readonly day: number;
};

/** Whatever a server took, or what the system knows to have arrived, from when it knows it. */
type Source = 'left' | 'ledger';

/** Under which the leadership is told of the tasks of a unit. */
export function leadersOf(unit: string): string {
  return `leaders/${unit}`;
}

/** The oracle's own book of what each agency was told of its tasks, and the leadership of each agency's. */
export type TaskToldBook = {
  left(telling: TaskTelling): void;
  /** Oldest first. */
  of(task: string, unit: string, source: Source): readonly TaskTelling[];
  /** When the leadership was last told of any. */
  lastToLeaders(): number;
};

export function createTaskToldBook({ sentAt }: Records): TaskToldBook {
  const tellings: TaskTelling[] = [];
  return {
    left: (telling) => void tellings.push(telling),
    lastToLeaders: () =>
      tellings.findLast(({ unit }) => unit.startsWith(leadersOf('')))?.at ?? Number.NEGATIVE_INFINITY,
    of: (task, unit, source) =>
      tellings
        .filter((one) => one.task === task && one.unit === unit)
        .flatMap((one) => {
          const at = source === 'left' ? one.at : sentAt(one.key);
          return at === null ? [] : [{ ...one, at }];
        })
        .sort((a, b) => a.at - b.at),
  };
}
