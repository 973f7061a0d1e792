/**
 * Whether a push tells of an edit of the form. Whoever may call may say so: it is believed no further than to look at the
 * live form. Fact: google-forms, notifications.
 */
export function isEditPush(body: unknown): boolean {
  return field(field(field(body, 'message'), 'attributes'), 'eventType') === 'SCHEMA';
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Object.getOwnPropertyDescriptor(of, name)?.value : undefined;
}
