import { type Context, Hono } from 'hono';
import { actorOf } from '../actor.ts';
import { answerFields } from '../fields.ts';
import type { DriveFile, DrivePermission, Service, ServiceContext } from '../service.ts';
import { mayEdit, mayRead } from './access.ts';
import { fileAnswer, permissionAnswer, permissionsAnswer } from './answer-schema.ts';
import { answerDriveErrors, badRequest, fileNotFound, insufficientPermissions, outsideSharing } from './drive-error.ts';
import { isSameGrantee, readPermission } from './permissions.ts';

/**
 * Google Drive v3, as far as forms and spreadsheets need it: `files.get`, `permissions.create` and `list`.
 *
 * A policy of the organisation, not an unknown behaviour: while `workspace.no-outside-sharing` is on, files are shared
 * with nobody outside the owner's own domain, service accounts included.
 */
export function createDriveService({ files, newId, clock, switches }: ServiceContext): Service {
  const routes = new Hono();
  answerDriveErrors(routes);

  /** A file the caller may not see is not there at all; nor is, under the narrow right, one that another client made. */
  function readable(c: Context, fileId: string): DriveFile {
    const file = files.get(fileId);
    const isOfAnother = file?.client !== undefined && file.client !== c.req.header('x-emulator-client');
    if (!file || isOfAnother || !mayRead(file, actorOf(c))) throw fileNotFound(fileId);
    return file;
  }
  function refuseOutside(file: DriveFile, { type, emailAddress = '' }: Omit<DrivePermission, 'id'>): void {
    const owner = file.permissions.find(({ role }) => role === 'owner')?.emailAddress;
    const isOutside = domainOf(emailAddress) !== domainOf(owner ?? '');
    if (type === 'anyone' || !isOutside || !switches.get('workspace.no-outside-sharing')) return;
    throw outsideSharing(emailAddress);
  }
  function grant(file: DriveFile, wanted: Omit<DrivePermission, 'id'>): DrivePermission {
    const known = file.permissions.find((permission) => isSameGrantee(permission, wanted));
    const permission = { ...wanted, id: known?.id ?? (wanted.type === 'anyone' ? 'anyoneWithLink' : newId(20)) };
    file.permissions = [...file.permissions.filter(({ id }) => id !== known?.id), permission];
    file.version += 1;
    file.modifiedTime = new Date(clock.nowMillis()).toISOString();
    return permission;
  }

  routes.get('/drive/v3/files/:fileId', (c) =>
    answerFields(c, renderFile(readable(c, c.req.param('fileId'))), fileAnswer, 'kind,id,name,mimeType'),
  );
  routes.get('/drive/v3/files/:fileId/permissions', (c) => {
    const isAsked = c.req.query('includePermissionsForView') === 'published';
    const permissions = readable(c, c.req.param('fileId'))
      .permissions.filter(({ view }) => view !== 'published' || isAsked)
      .map(renderPermission);
    const answer = { kind: 'drive#permissionList', permissions };
    return answerFields(c, answer, permissionsAnswer, 'kind,permissions(id,type,kind,role)');
  });
  routes.post('/drive/v3/files/:fileId/permissions', async (c) => {
    const file = readable(c, c.req.param('fileId'));
    if (!mayEdit(file, actorOf(c))) throw insufficientPermissions();
    const body: unknown = await c.req.json().catch(() => {
      throw badRequest('The request body is not JSON.');
    });
    const wanted = readPermission(body);
    refuseOutside(file, wanted);
    const permission = renderPermission(grant(file, wanted));
    return answerFields(c, permission, permissionAnswer, 'kind,id,type,role');
  });
  return { routes, reset() {} };
}

const editors = {
  'application/vnd.google-apps.form': 'forms',
  'application/vnd.google-apps.spreadsheet': 'spreadsheets',
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Drive prints `version`, a 64-bit number, as text. */
const renderFile = ({ client: _, ...file }: DriveFile) => ({
  kind: 'drive#file',
  ...file,
  version: String(file.version),
  permissions: file.permissions.map(renderPermission),
  webViewLink: `https://docs.google.com/${editors[file.mimeType]}/d/${file.id}/edit`,
});

const renderPermission = (permission: DrivePermission) => ({ kind: 'drive#permission', ...permission });
