import type { Form } from '../../forms/form.ts';
import { type Faults, faultsIn } from './answer-faults.ts';
import type { Filling } from './filling.ts';
import { askedIn, type Section, sectionsOf } from './sections.ts';

export type Sent = {
  filling: Filling;
  /** The page it was sent from, counted along the way taken; nothing for a whole form sent at once. */
  at: number | undefined;
  go: 'back' | 'next' | 'submit' | 'stay';
};

export type Step = { kind: 'show'; at: number; faults: Faults } | { kind: 'submit'; filling: Filling };

/** `faultsOfAddress` are those of the e-mail field, which is asked on the first page. */
export function nextStep({ content }: Form, { filling, at, go }: Sent, faultsOfAddress: Faults): Step {
  const sections = sectionsOf(content.items, filling.answers);
  const here = Math.min(at ?? sections.length, sections.length);
  if (go === 'stay') return { kind: 'show', at: here, faults: new Map() };
  if (go === 'back') return { kind: 'show', at: Math.max(0, here - 1), faults: new Map() };
  for (const [index, section] of sections.slice(0, here + 1).entries()) {
    const faults = new Map([...(index === 0 ? faultsOfAddress : []), ...faultsIn(section, filling)]);
    if (faults.size > 0) return { kind: 'show', at: index, faults };
  }
  if (here + 1 < sections.length) return { kind: 'show', at: here + 1, faults: new Map() };
  // An answer ended the form early while the button said that more would come: the person sees the end first.
  if (go === 'next') return { kind: 'show', at: sections.length, faults: new Map() };
  return { kind: 'submit', filling: { ...filling, answers: reached(sections, filling.answers) } };
}

/** Answers given on a way then left are not part of the response. */
function reached(sections: readonly Section[], answers: Filling['answers']): Filling['answers'] {
  const ids = new Set(sections.flatMap(askedIn).map(({ question }) => question.questionId));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}
