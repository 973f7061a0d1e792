import { describe, test } from 'vitest';

/**
 * What everybody who stands behind a port does, clause by clause. Each clause is given one of its own and throws when it
 * does not hold.
 */
export type Contract<Subject> = Readonly<Record<string, (subject: Subject) => Promise<void>>>;

/** Makes one that no clause has touched. What it opens it closes when the test has finished. */
export type Make<Subject> = () => Promise<Subject>;

/** Each clause as a test of one implementation. */
export function keepsContract<Subject>(who: string, contract: Contract<Subject>, make: Make<Subject>): void {
  describe(who, () => {
    test.each(Object.entries(contract))('%s', async (_clause, holds) => holds(await make()));
  });
}

/** The clauses that one implementation breaks. */
export async function brokenClauses<Subject>(
  contract: Contract<Subject>,
  make: Make<Subject>,
): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const [clause, holds] of Object.entries(contract)) {
    const subject = await make();
    await holds(subject).catch(() => broken.push(clause));
  }
  return broken;
}
