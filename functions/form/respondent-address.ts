import type { FormRequest, LiveForm } from '../ports.ts';
import { type AppliedForm, hasWording } from './applied-form.ts';

/**
 * The form keeps no address of its own accord: a city may have no Google account to sign in with, and a typed address
 * proves nothing. Fact: google-forms, updateSettings; a form of an organisation's account may begin otherwise.
 */
const emailCollectionType = 'DO_NOT_COLLECT';

/** Set once, when the form is first made; afterwards it is people's. */
export function addressEdits(live: LiveForm, last: AppliedForm): readonly FormRequest[] {
  if (hasWording(last) || keepsNone(live)) return [];
  return [{ updateSettings: { settings: { emailCollectionType }, updateMask: 'emailCollectionType' } }];
}

/** Whether somebody made the form keep addresses, or ask people to sign in. */
export function isAddressHandEdited(live: LiveForm, last: AppliedForm): boolean {
  return hasWording(last) && !keepsNone(live);
}

function keepsNone({ settings }: LiveForm): boolean {
  return settings?.emailCollectionType === emailCollectionType;
}
