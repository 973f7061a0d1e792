import type { Hono } from 'hono';
import type { Switches } from './switches.ts';

/** The emulator's own clock. It follows the machine until set; once set it stands still until set again. */
export type EmulatorClock = {
  /** Microseconds since 1970 as the services see them; strictly increasing within one standing instant. */
  nowMicros(): bigint;
  /** Milliseconds since 1970, without the increasing tail. */
  nowMillis(): number;
};

/** A file as Drive knows it. Spreadsheets and forms register themselves here when created. */
export type DriveFile = {
  id: string;
  name: string;
  mimeType: 'application/vnd.google-apps.spreadsheet' | 'application/vnd.google-apps.form';
  createdTime: string;
  modifiedTime: string;
  /** Rises by one on every change. */
  version: number;
  permissions: DrivePermission[];
  trashed: boolean;
  /** The OAuth client that made it, where Drive's narrow right matters: it shows a client only its own files. */
  client?: string;
};

export type DrivePermission = {
  id: string;
  type: 'user' | 'group' | 'domain' | 'anyone';
  role: 'owner' | 'organizer' | 'fileOrganizer' | 'writer' | 'commenter' | 'reader';
  emailAddress?: string;
  domain?: string;
  /** 'published' lets people answer a form without seeing its editor. */
  view?: string;
};

/** What every service of the emulator is given. */
export type ServiceContext = {
  clock: EmulatorClock;
  /** The files of this emulator, by id. */
  files: Map<string, DriveFile>;
  /** A new random id such as Google would give (44 url-safe characters by default). */
  newId(length?: number): string;
  /** Where this emulator answers, without a trailing slash. */
  origin(): string;
  /** Unknown real behaviours that tests switch, by name; see facts each service documents beside its use. */
  switches: Switches;
};

/** A service: its routes, and the way back to empty. */
export type Service = { routes: Hono; reset(): void };
