import { isOwner } from '../actor.ts';
import type { DriveFile, DrivePermission } from '../service.ts';

const rolesThatEdit: readonly DrivePermission['role'][] = ['owner', 'organizer', 'fileOrganizer', 'writer'];

/** Whether the caller may change the file. */
export const mayEdit = (file: DriveFile, actor: string): boolean =>
  isOwner(actor) || file.permissions.some((grant) => rolesThatEdit.includes(grant.role) && covers(grant, actor));

/** Whether the caller may see the file itself; the right to answer a published form is not that. */
export const mayRead = (file: DriveFile, actor: string): boolean =>
  isOwner(actor) || file.permissions.some((grant) => grant.view !== 'published' && covers(grant, actor));

/** Whether someone may answer the form: whoever may edit it, and whoever was granted its published view. */
export function mayAnswer(file: DriveFile, email: string | undefined): boolean {
  if (email !== undefined && mayEdit(file, email)) return true;
  return file.permissions.some((grant) => grant.view === 'published' && covers(grant, email ?? ''));
}

function covers({ type, emailAddress, domain }: DrivePermission, email: string): boolean {
  if (type === 'anyone') return true;
  const address = email.toLowerCase();
  if (type === 'domain') return domain !== undefined && address.endsWith(`@${domain.toLowerCase()}`);
  return emailAddress?.toLowerCase() === address;
}
