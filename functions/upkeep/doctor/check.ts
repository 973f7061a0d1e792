/** One thing that was looked at. Vietnamese: coordinators and administrators read it. */
export type Check = {
  readonly subject: string;
  /** `note` is worth knowing; `broken` needs a person. */
  readonly state: 'ok' | 'note' | 'broken';
  readonly found: string;
  /** What to do about it; '' when nothing is. */
  readonly fix: string;
};

export function ok(subject: string, found: string): Check {
  return { subject, state: 'ok', found, fix: '' };
}

export function note(subject: string, found: string, fix = ''): Check {
  return { subject, state: 'note', found, fix };
}

export function broken(subject: string, found: string, fix: string): Check {
  return { subject, state: 'broken', found, fix };
}

/** The first of a list in one line, and how many more there are. */
export function some(items: readonly string[], most = 5): string {
  const rest = items.length - most;
  return rest > 0 ? `${items.slice(0, most).join('; ')}; và ${rest} điều nữa` : items.join('; ');
}
