import { branch, IN_SECTION_2, identification, NOT_IN_SECTION_2 } from '../../../sheets-schema/form.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { GROUP_SECTION_2, type Unit } from '../../../sheets-schema/tabs/units.ts';
import { entryOf, questionId } from './form-ids.ts';
import { linkCode } from './link-code.ts';

/** A unit's own link: its name, its code and its section 2 are filled in. Fact: google-forms, prefilled URLs. */
export function prefilledLink(formUri: string, secret: string, round: Pick<Round, 'id'>, unit: Unit): string {
  if (formUri === '') return '';
  const url = new URL(formUri);
  url.searchParams.set('usp', 'pp_url');
  const fill = ({ key, kind }: { key: string; kind: string }, value: string) =>
    url.searchParams.set(entryOf(questionId(key, kind)), value);
  fill(identification.unit, unit.shortName);
  fill(identification.code, linkCode(secret, round.id, unit.code));
  fill(branch, isInSection2(unit) ? IN_SECTION_2 : NOT_IN_SECTION_2);
  return url.href;
}

export function isInSection2(unit: Unit): boolean {
  return (unit.groups ?? []).includes(GROUP_SECTION_2);
}
