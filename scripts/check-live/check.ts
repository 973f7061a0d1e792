/** What a check saw. */
export type Outcome =
  | { readonly kind: 'ok'; readonly seen: string }
  /** Not what the project relies on: it must not go live before somebody looked. */
  | { readonly kind: 'differs'; readonly seen: string }
  | { readonly kind: 'unchecked'; readonly because: string };

/** One assumption about Google that could not be confirmed without an account. What people read is Vietnamese. */
export type Check<P> = {
  readonly id: string;
  readonly assumption: string;
  readonly reliance: string;
  readonly run: (place: P) => Promise<Outcome>;
};

export type Result = Outcome & Pick<Check<never>, 'id' | 'assumption' | 'reliance'>;

export const ok = (seen: string): Outcome => ({ kind: 'ok', seen });
export const differs = (seen: string): Outcome => ({ kind: 'differs', seen });
export const unchecked = (because: string): Outcome => ({ kind: 'unchecked', because });
export const okIf = (isAsRelied: boolean, seen: string): Outcome => (isAsRelied ? ok(seen) : differs(seen));

/** One after the other, because each leaves its traces in the same file. What breaks a check leaves the others alone. */
export async function runChecks<P>(checks: readonly Check<P>[], place: P): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const { id, assumption, reliance, run } of checks) {
    const outcome = await run(place).catch((error: unknown) => unchecked(`lỗi: ${String(error)}`));
    results.push({ id, assumption, reliance, ...outcome });
  }
  return results;
}

export function skipAll<P>(checks: readonly Check<P>[], because: string): readonly Result[] {
  return checks.map(({ id, assumption, reliance }) => ({ id, assumption, reliance, ...unchecked(because) }));
}
