import { isOwner } from '../actor.ts';
import { mayEdit, mayRead } from '../drive/access.ts';
import { notFound, permissionDenied } from '../google-error.ts';
import type { DriveFile, DrivePermission, ServiceContext } from '../service.ts';
import { beginChange, type Caller, type Change, nextStamp } from './change.ts';
import type { Spreadsheet } from './model.ts';

/** One spreadsheet before and after somebody changed it; nothing was there before it was made. */
type Changed = { before: Spreadsheet | undefined; after: Spreadsheet; user: string };

export type Store = {
  spreadsheets: Map<string, Spreadsheet>;
  add(spreadsheet: Spreadsheet, owner: string): void;
  /** The spreadsheet as it is, for a caller who may read it. */
  read(id: string, user: string): { book: Spreadsheet; caller: Caller };
  /** Applies a change wholly, or not at all when `apply` throws. */
  change<T>(id: string, user: string, apply: (change: Change) => T): T;
  /** Puts a spreadsheet as a whole into the place of what stands under its id. */
  replace(book: Spreadsheet, user: string): void;
  /** Calls the listener after each change. */
  onChange(listener: (changed: Changed) => void): void;
  clear(): void;
  /** Remembers every spreadsheet as it is. @returns what puts them back into an empty store */
  save(): () => void;
};

export function createStore(context: ServiceContext): Store {
  const spreadsheets = new Map<string, Spreadsheet>();
  const now = () => new Date(context.clock.nowMillis()).toISOString();

  function open(id: string, user: string, isWrite: boolean): { book: Spreadsheet; caller: Caller } {
    const book = spreadsheets.get(id);
    const file = context.files.get(id);
    if (!book || !file) throw notFound();
    return { book, caller: callerOf(file, user, isWrite) };
  }

  const listeners: ((changed: Changed) => void)[] = [];

  function put(changed: Changed): void {
    spreadsheets.set(changed.after.id, changed.after);
    for (const listener of listeners) listener(changed);
  }

  return {
    spreadsheets,
    read: (id, user) => open(id, user, false),
    change(id, user, apply) {
      const { book, caller } = open(id, user, true);
      const batch = beginChange(book, caller, context);
      const result = apply(batch);
      touchFile(context.files.get(id), batch.draft, now());
      put({ before: book, after: batch.draft, user });
      return result;
    },
    replace(book, user) {
      const { book: before } = open(book.id, user, true);
      touchFile(context.files.get(book.id), book, now());
      put({ before, after: { ...book, stamp: nextStamp() }, user });
    },
    onChange: (listener) => void listeners.push(listener),
    add(spreadsheet, owner) {
      context.files.set(spreadsheet.id, newFile(spreadsheet, owner, now()));
      put({ before: undefined, after: spreadsheet, user: owner });
    },
    clear() {
      for (const id of spreadsheets.keys()) context.files.delete(id);
      spreadsheets.clear();
    },
    save() {
      const saved = [...spreadsheets];
      return () => {
        for (const [id, book] of saved) spreadsheets.set(id, book);
      };
    },
  };
}

function newFile({ id, properties }: Spreadsheet, owner: string, now: string): DriveFile {
  const permission: DrivePermission = { id: `owner-of-${id}`, type: 'user', role: 'owner', emailAddress: owner };
  return {
    id,
    name: properties.title,
    mimeType: 'application/vnd.google-apps.spreadsheet',
    createdTime: now,
    modifiedTime: now,
    version: 1,
    permissions: [permission],
    trashed: false,
  };
}

function touchFile(file: DriveFile | undefined, { properties }: Spreadsheet, now: string): void {
  if (!file) return;
  file.name = properties.title;
  file.version += 1;
  file.modifiedTime = now;
}

function callerOf(file: DriveFile, email: string, isWrite: boolean): Caller {
  if (!(isWrite ? mayEdit(file, email) : mayRead(file, email))) throw permissionDenied();
  const owners = file.permissions.filter(({ role }) => role === 'owner');
  return { email, isOwner: isOwner(email) || owners.some((owner) => owner.emailAddress === email) };
}
