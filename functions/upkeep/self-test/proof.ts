import type { SendOutcome } from '../../ports.ts';

/** What a proof saw. */
export type Outcome =
  | { readonly kind: 'ok'; readonly seen: string }
  /** Not what the project relies on: it must not go live before somebody looked. */
  | { readonly kind: 'differs'; readonly seen: string }
  | { readonly kind: 'unchecked'; readonly because: string };

/** One assumption about Google that could not be confirmed without an account. What people read is Vietnamese. */
export type Proof<P> = {
  readonly id: string;
  readonly assumption: string;
  readonly reliance: string;
  /** What to do when it differs. */
  readonly remedy: string;
  readonly run: (place: P) => Promise<Outcome>;
};

export type Result = Outcome & Pick<Proof<never>, 'id' | 'assumption' | 'reliance' | 'remedy'>;

export const asRelied = (seen: string): Outcome => ({ kind: 'ok', seen });
export const differs = (seen: string): Outcome => ({ kind: 'differs', seen });
export const unchecked = (because: string): Outcome => ({ kind: 'unchecked', because });
export const okIf = (isAsRelied: boolean, seen: string): Outcome => (isAsRelied ? asRelied(seen) : differs(seen));

/** What became of a mail that tries the way: a file in a folder is on its way only once a person sends it. */
export function handedOver(outcome: SendOutcome): Outcome {
  if (outcome.kind === 'sent') return asRelied('đã chuyển cho máy chủ thư');
  if (outcome.kind === 'exported')
    return unchecked('SMTP_URL là thư mục: đã ghi thành tệp .eml, gửi tay rồi xem thư tới');
  return differs(outcome.reason);
}

/** One after the other, because each leaves its traces in the same file. What breaks a proof leaves the others alone. */
export async function runProofs<P>(proofs: readonly Proof<P>[], place: P): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const { run, ...told } of proofs) {
    const outcome = await run(place).catch((error: unknown) => unchecked(`lỗi: ${String(error)}`));
    results.push({ ...told, ...outcome });
  }
  return results;
}

export function skipAll<P>(proofs: readonly Proof<P>[], because: string): readonly Result[] {
  return proofs.map(({ run: _, ...told }) => ({ ...told, ...unchecked(because) }));
}
