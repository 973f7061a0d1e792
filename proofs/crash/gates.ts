import type { Google } from '../../functions/google/client.ts';
import type { Mailer } from '../../functions/ports.ts';

/** Every call to Google and every mail of a run passes here, one by one, under its name. */
export type Gate = <T>(name: string, act: () => Promise<T>) => Promise<T>;

/** The process is gone: nothing it would have done any more reaches anybody. */
class Crash extends Error {}

/** Lets everything pass and remembers the names, in order. */
export function recording(): { readonly gate: Gate; readonly names: readonly string[] } {
  const names: string[] = [];
  return {
    names,
    gate(name, act) {
      names.push(name);
      return act();
    },
  };
}

export type CrashPoint = { readonly step: number; readonly side: 'before' | 'after' };

/** Before and after each of the calls. */
export function crashPoints(calls: readonly string[]): readonly (CrashPoint & { readonly name: string })[] {
  return calls.flatMap((name, step) => [
    // After a call is before the next. Where calls go side by side it is not, which is played under no switch.
    ...(step === 0 || !process.env['EMULATOR_SWITCHES'] ? [{ step, name, side: 'before' as const }] : []),
    { step, name, side: 'after' as const },
  ]);
}

/** Ends the process at one step: before it acts, or when it has acted and the answer is on its way. */
export function dyingAt({ step, side }: CrashPoint): Gate {
  let passed = 0;
  let isDead = false;
  return async (name, act) => {
    if (isDead) throw new Crash(`dead before ${name}`);
    const isLast = passed === step;
    passed += 1;
    if (isLast && side === 'before') {
      isDead = true;
      throw new Crash(`died before ${name}`);
    }
    const answer = await act();
    if (isLast) isDead = true;
    if (isDead) throw new Crash(`died after ${name}`);
    return answer;
  };
}

/** The Google client with each request behind the gate. */
export function gatedGoogle(google: Google, gate: Gate): Google {
  return { ...google, call: (what, request) => gate(what, () => google.call(what, request)) };
}

export function gatedMailer(mailer: Mailer, gate: Gate): Mailer {
  return { ...mailer, send: (mail) => gate('a mail', () => mailer.send(mail)) };
}
