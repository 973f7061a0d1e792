import type { MiddlewareHandler } from 'hono';
import type { SettableClock } from '../clock.ts';
import type { FormsService } from '../forms/forms-service.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { DriveFile } from '../service.ts';
import type { SheetsService } from '../sheets/index.ts';
import type { Block, Intro } from './home/links-block.ts';
import type { Runner } from './home/runner.ts';
import type { History } from './sheet/history.ts';

/** What the pages look at, and what a person may set in motion from them. */
export type Shown = {
  clock: SettableClock;
  forms: FormsService;
  sheets: SheetsService;
  inbox: Inbox;
  files: ReadonlyMap<string, DriveFile>;
  origin(): string;
  runners: readonly Runner[];
  /** Asked at each showing, as the blocks are: what they say depends on how things stand. */
  intro(): Promise<Intro>;
  blocks(): Promise<readonly Block[]>;
  /** When the program will next have something to do; nothing when it cannot say. */
  nextEvent(): Promise<string | undefined>;
};

export type PagesContext = Shown & { journal: Journal; history: History };

/** Something that happened, at an instant of the emulator's clock. */
export type Entry = {
  /** ISO 8601. */
  at: string;
  who: 'program' | 'person' | 'city' | 'mail' | 'clock' | 'run';
  text: string;
  isRefused?: boolean;
  /** Shown when asked for. */
  detail?: string;
  /** Where more is to be seen. */
  href?: string;
};

/** What nobody else remembers: API writes, runs and moves of the clock, oldest first. */
export type Journal = {
  watch: MiddlewareHandler;
  add(entry: Omit<Entry, 'at'>): void;
  list(): readonly Entry[];
  clear(): void;
};
