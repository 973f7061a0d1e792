import type { FileRights } from '../ports.ts';
import { Problem } from '../shared/problem.ts';
import { accepted, type Google } from './client.ts';

/**
 * Who may do what with a file. One call.
 * @returns null when Drive does not tell this account: its narrow right shows a client only files that it made
 */
export async function rightsOf({ call, drive }: Google, fileId: string): Promise<FileRights | null> {
  const what = `the rights of the file ${fileId}`;
  const fields = 'permissions(type,view,role,emailAddress)';
  // Fact: a form's published view is left out of the list unless it is asked for by name.
  const view = { includePermissionsForView: 'published' };
  const { permissions: rights } = await drive();
  const answer = await unlessRefused(call(what, () => rights.list({ fileId, fields, ...view })));
  if (answer === null) return null;
  const { permissions = [] } = accepted(what, answer);
  const named = permissions.filter((one) => one.view !== 'published' && one.emailAddress);
  return {
    isOpen: permissions.some((one) => one.type === 'anyone' && one.view === 'published'),
    roles: new Map(named.map((one) => [one.emailAddress?.toLowerCase() ?? '', one.role ?? ''])),
  };
}

async function unlessRefused<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Problem && error.code === 'google.refused') return null;
    throw error;
  }
}
