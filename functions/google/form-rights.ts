import { accepted, type Google } from './client.ts';

/** Whether anybody with the link may answer a form. One call. @throws google.refused */
export async function isOpenToResponders({ call, drive }: Google, formId: string): Promise<boolean> {
  const what = 'the rights of the form';
  const fields = 'permissions(type,view)';
  const { permissions = [] } = accepted(
    what,
    await call(what, () => drive.permissions.list({ fileId: formId, fields })),
  );
  return permissions.some(({ type, view }) => type === 'anyone' && view === 'published');
}
