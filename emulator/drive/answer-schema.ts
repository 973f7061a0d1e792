import { z } from 'zod';

/** What the answers served here can hold, for `fields` to choose from; Drive's own have more. */
const text = z.string();

export const permissionAnswer = z.object({
  kind: text,
  id: text,
  type: text,
  role: text,
  emailAddress: text,
  domain: text,
  view: text,
});
export const permissionsAnswer = z.object({ kind: text, permissions: z.array(permissionAnswer), nextPageToken: text });
export const fileAnswer = z.object({
  kind: text,
  id: text,
  name: text,
  mimeType: text,
  createdTime: text,
  modifiedTime: text,
  version: text,
  trashed: z.boolean(),
  webViewLink: text,
  permissions: z.array(permissionAnswer),
});
