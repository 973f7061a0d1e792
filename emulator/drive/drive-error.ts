import type { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { GoogleError } from '../google-error.ts';

/** A refusal as Drive v3 words it: the older shape, with a list of `errors`, and no status name. */
export class DriveError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly location: string | undefined;
  constructor(refusal: { code: number; reason: string; message: string; location?: string }) {
    super(refusal.message);
    this.code = refusal.code;
    this.reason = refusal.reason;
    this.location = refusal.location;
  }
}

export const fileNotFound = (fileId: string): DriveError =>
  new DriveError({ code: 404, reason: 'notFound', message: `File not found: ${fileId}.`, location: 'fileId' });

export const insufficientPermissions = (): DriveError =>
  new DriveError({
    code: 403,
    reason: 'insufficientFilePermissions',
    message: 'The user does not have sufficient permissions for this file.',
  });

/** What a policy of the organisation answers; its sentence is for the account's language. */
export const outsideSharing = (address: string): DriveError =>
  new DriveError({
    code: 403,
    reason: 'sharingOutsideDomainNotAllowed',
    message: `Sharing with ${address} is not allowed: the domain policy has disabled sharing outside the organisation.`,
  });

export const badRequest = (message: string): DriveError => new DriveError({ code: 400, reason: 'badRequest', message });

/** Makes `app` answer a DriveError with its JSON body, and a bad `fields` in the same shape. */
export function answerDriveErrors(app: Hono): void {
  app.onError((error, c) => {
    const refusal = error instanceof GoogleError ? invalidFields(error) : error;
    if (!(refusal instanceof DriveError)) throw error;
    const { code, message, reason, location } = refusal;
    const place = location === undefined ? {} : { location, locationType: 'parameter' };
    const errors = [{ message, domain: 'global', reason, ...place }];
    return c.json({ error: { code, message, errors } }, code as ContentfulStatusCode);
  });
}

const invalidFields = ({ message }: GoogleError) =>
  new DriveError({ code: 400, reason: 'invalidParameter', message, location: 'fields' });
