/** What Google said: a refusal is an answer here, because some checks want one. */
export type Answer<T> =
  | { readonly kind: 'answered'; readonly data: T }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

/** Sends one request. @throws when no answer came at all */
export async function ask<T>(request: () => Promise<{ data: T }>): Promise<Answer<T>> {
  try {
    return { kind: 'answered', data: (await request()).data };
  } catch (error) {
    const { status, message } = error as { status?: number; message?: string };
    if (status === undefined) throw error;
    return { kind: 'refused', status, message: message ?? '' };
  }
}

/** For what must work before anything can be checked. @throws with Google's words */
export async function need<T>(request: () => Promise<{ data: T }>): Promise<T> {
  const answer = await ask(request);
  if (answer.kind === 'answered') return answer.data;
  throw new Error(`${answer.status} ${answer.message}`);
}

/** The answer in a few words, for the table. */
export function inWords(answer: Answer<unknown>): string {
  return answer.kind === 'answered' ? 'được nhận' : `${answer.status}: ${answer.message}`;
}

export function isRefused(answer: Answer<unknown>, status: number): boolean {
  return answer.kind === 'refused' && answer.status === status;
}
