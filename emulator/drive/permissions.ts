import { z } from 'zod';
import type { DrivePermission } from '../service.ts';
import { badRequest } from './drive-error.ts';

const permissionSchema = z.strictObject({
  type: z.enum(['user', 'group', 'domain', 'anyone']),
  role: z.enum(['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader']),
  emailAddress: z.string().optional(),
  domain: z.string().optional(),
  view: z.enum(['published']).optional(),
});

/**
 * Reads a permission to grant. `view: 'published'` goes with a reader: someone who may answer a form and not see its
 * editor. @throws DriveError
 */
export function readPermission(body: unknown): Omit<DrivePermission, 'id'> {
  const read = permissionSchema.safeParse(body);
  if (!read.success) throw badRequest(`The permission is invalid: ${z.prettifyError(read.error)}`);
  const { type, role, emailAddress, domain, view } = read.data;
  if ((type === 'user' || type === 'group') && !emailAddress) throw badRequest('emailAddress is required.');
  if (type === 'domain' && !domain) throw badRequest('domain is required.');
  if (view && role !== 'reader') throw badRequest('Only a reader can be given the published view.');
  return { type, role, ...(emailAddress && { emailAddress }), ...(domain && { domain }), ...(view && { view }) };
}

/** Granting twice to the same people is one permission with the later role; each view is its own. */
export const isSameGrantee = (a: Omit<DrivePermission, 'id'>, b: Omit<DrivePermission, 'id'>): boolean =>
  a.type === b.type && a.emailAddress === b.emailAddress && a.domain === b.domain && a.view === b.view;
