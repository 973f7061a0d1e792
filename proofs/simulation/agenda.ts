/** What is to happen, in the order of time; what falls on one moment happens in the order it was noted. */
export type Agenda = {
  now(): number;
  /** @param moment a past moment means at once. */
  note(moment: number, happening: () => void): void;
  /** Moves the clock and lets everything up to that moment happen. */
  advanceTo(moment: number): void;
  /** The moment of the next happening; null when nothing is left. */
  next(): number | null;
};

type Entry = { readonly moment: number; readonly happening: () => void };

export function createAgenda(start: number): Agenda {
  const entries: Entry[] = [];
  let now = start;
  return {
    now: () => now,
    note(moment, happening) {
      const at = Math.round(Math.max(moment, now));
      const place = entries.findLastIndex((entry) => entry.moment <= at) + 1;
      entries.splice(place, 0, { moment: at, happening });
    },
    advanceTo(moment) {
      for (let first = entries[0]; first && first.moment <= moment; first = entries[0]) {
        entries.shift();
        now = Math.max(now, first.moment);
        first.happening();
      }
      now = Math.max(now, moment);
    },
    next: () => entries[0]?.moment ?? null,
  };
}
