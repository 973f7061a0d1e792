/** One line of the table. */
export type Row = {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  /** Null where there is no goal: the figure is told for comparison. */
  readonly kept: boolean | null;
  /** Of a line about growth, what the picture is drawn from. */
  readonly growth?: GrowthPoint;
};

/** What a sync with nothing new costs at a size. */
export type GrowthPoint = {
  readonly units: number;
  readonly closedRounds: number;
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
  readonly readMebibytes: number;
};

export type Tools = {
  /** Says what is under way. */
  readonly progress: (what: string) => void;
  /** The folder that is deployed, built once. */
  readonly bundle: () => Promise<string>;
};

/** A measurement with a name of its own. */
export type Measurement = {
  readonly about: string;
  readonly measure: (tools: Tools) => Promise<readonly Row[]>;
};

export function atMost(what: string, most: number, measured: number, said: string, unit = ''): Row {
  return { what, goal: `≤ ${most}${unit}`, measured: said, kept: measured <= most };
}

export function atLeast(what: string, least: number, measured: number, said: string, unit = ''): Row {
  return { what, goal: `≥ ${least}${unit}`, measured: said, kept: measured >= least };
}

export function told(what: string, said: string): Row {
  return { what, goal: '–', measured: said, kept: null };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(sorted.length / 2) - 1);
  return sorted.length % 2 === 1 ? low : (low + high) / 2;
}

export const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
