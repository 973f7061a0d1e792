import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { type Piece, piecesOf, type Step, type Word } from './command.ts';

/** What one command printed and how it ended. */
type Ran = { readonly code: number; readonly printed: string };

/** Runs the cloud's command with these arguments; no shell reads them. */
export type Gcloud = (args: readonly string[], options: { input?: string; quiet?: boolean }) => Promise<Ran>;

export const gcloud: Gcloud = async (args, { input, quiet = false }) => {
  const child = spawn('gcloud', args, { stdio: ['pipe', 'pipe', quiet ? 'ignore' : 'inherit'] });
  child.stdin.end(input ?? '');
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { code: Number(code), printed: printed.trim() };
};

/**
 * Runs a step unless its work is there. Variables come from `known`, where what a step keeps is put too.
 * @throws Error when the command fails; running the whole deployment again goes on from there
 */
export async function runStep(
  step: Step,
  known: Map<string, string>,
  run: Gcloud,
): Promise<'ran' | 'there' | 'updated'> {
  const given = (words: readonly Word[]) => words.map((word) => resolved(word, known));
  const isThere = step.unless ? await looked(step, known, run) : false;
  if (isThere && !step.otherwise) return 'there';
  const words = isThere && step.otherwise ? step.otherwise : step.run;
  const input = step.input === undefined ? {} : { input: resolved([step.input], known) };
  const { code, printed } = await run(given(words), input);
  if (code !== 0) throw new Error(`gcloud ended with ${code}. ${step.reason} Mend it and run this again.`);
  if (step.keepAs !== undefined) keep(step, printed, known);
  return isThere ? 'updated' : 'ran';
}

function keep({ keepAs = '', reason }: Step, printed: string, known: Map<string, string>): void {
  if (printed === '') throw new Error(`gcloud printed nothing. ${reason}`);
  known.set(keepAs, printed);
}

async function looked({ unless = [], unlessPrints }: Step, known: Map<string, string>, run: Gcloud): Promise<boolean> {
  const { code, printed } = await run(
    unless.map((word) => resolved(word, known)),
    { quiet: true },
  );
  if (code !== 0) return false;
  return unlessPrints === undefined ? printed !== '' : printed === resolved([unlessPrints], known);
}

function resolved(word: Word, known: ReadonlyMap<string, string>): string {
  return piecesOf(word)
    .map((piece: Piece) => {
      if (typeof piece === 'string') return piece;
      const value = known.get(piece.variable);
      if (value === undefined) throw new Error(`${piece.variable} is not known yet.`);
      return value;
    })
    .join('');
}
