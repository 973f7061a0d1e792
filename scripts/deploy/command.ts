/** A piece of an argument: text as it is, or the value of a variable known only when the command runs. */
export type Piece = string | { readonly variable: string };
/** One argument of a command. */
export type Word = string | readonly Piece[];

/** One step of a deployment: a gcloud command, why it is there, and when it is not needed. */
export type Step = {
  readonly reason: string;
  readonly run: readonly Word[];
  /** A look that succeeds and prints something when the step's work is there already. */
  readonly unless?: readonly Word[];
  /** With `unless`: the work is there already when the look prints just this. */
  readonly unlessPrints?: Piece;
  /** Run instead when the work is there, to bring it up to date. */
  readonly otherwise?: readonly Word[];
  /** The variable in which what the command prints is kept for later steps. */
  readonly keepAs?: string;
  /** What goes into the command's input: a secret must not stand among its arguments. */
  readonly input?: Piece;
};

export function variable(name: string): Piece {
  return { variable: name };
}

export function piecesOf(word: Word): readonly Piece[] {
  return typeof word === 'string' ? [word] : word;
}

/** The command as a shell would have to be given it: every piece of text quoted, every variable in double quotes. */
function shellCommand(words: readonly Word[]): string {
  return ['gcloud', ...words.map(shellWord)].join(' ');
}

export function shellWord(word: Word): string {
  return piecesOf(word).map(shellPiece).join('');
}

/** Text of these characters alone means itself in every shell. */
const PLAIN = /^[\w@%+=:,./-]+$/;

function shellPiece(piece: Piece): string {
  if (typeof piece !== 'string') return `"$${piece.variable}"`;
  return PLAIN.test(piece) ? piece : `'${piece.replaceAll("'", `'\\''`)}'`;
}

/** The steps as a shell script that does the same; it stops at the first command that fails or variable that is not set. */
export function shellScript(steps: readonly Step[]): string {
  return ['#!/bin/sh', 'set -eu', '# dist/ is made by: npm run build', '', ...steps.flatMap(shellStep)].join('\n');
}

function shellStep(step: Step): readonly string[] {
  return [`# ${step.reason}`, ...shellLines(step), ''];
}

function shellLines({ run, unless, unlessPrints, otherwise, keepAs, input }: Step): readonly string[] {
  const fed = input === undefined ? '' : `printf %s ${shellPiece(input)} | `;
  const command = `${fed}${shellCommand(run)}`;
  if (keepAs !== undefined) return [`${keepAs}=$(${command})`, `[ -n "$${keepAs}" ]`];
  if (!unless) return [command];
  const look = `"$(${shellCommand(unless)} 2>/dev/null)"`;
  const test = unlessPrints === undefined ? `[ -n ${look} ]` : `[ ${look} = ${shellPiece(unlessPrints)} ]`;
  if (!otherwise) return [`${test} ||`, `  ${command}`];
  return [`if ${test}; then`, `  ${shellCommand(otherwise)}`, 'else', `  ${command}`, 'fi'];
}
