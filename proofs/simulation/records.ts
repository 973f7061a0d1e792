import type { Cell } from '../../sheets-schema/cell.ts';
import { ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { DAY, MINUTE, momentOf } from './calendar.ts';
import type { ModelFile } from './model-workbook.ts';
import { keyStart } from './notice-name.ts';

/** A version as `Báo cáo` lists it. */
export type RecordedVersion = {
  readonly version: string;
  readonly responseId: string;
  readonly submitted: string;
  readonly seenAt: number;
};

/** What the logs of the sheet say, read cell by cell as a person would. */
export type Records = {
  versions(): readonly RecordedVersion[];
  /** When the ledger says a notice was sent; null when it does not. */
  sentAt(key: string): number | null;
  /** When the ledger says that a notice went along with another; null when it does not. */
  joinedAt(key: string): number | null;
  /** What the ledger says of a notice last; null when it says nothing. */
  stateOf(key: string): string | null;
  /** Notices of a round to a unit that twice may have left without the ledger knowing, and when their last row was written. */
  unclear(round: string, unit: string, now: number): readonly Row[];
  /** Notices of a round to a unit that the server refused for good. */
  refused(round: string, unit: string): readonly Row[];
};

type Row = { readonly key: string; readonly at: number };

type Traced = { state: string; at: number; unclear: number };

/** A claim without a result is lost after this. */
const LEASE = 15 * MINUTE;

export function createRecords(file: ModelFile): Records {
  const versions: RecordedVersion[] = [];
  const sent = new Map<string, number>();
  const traced = new Map<string, Traced>();
  const readVersions = tail(
    file,
    reports.sheetId,
    ['version', 'responseId', 'lastSubmittedTime', 'seenAt'].map((name) => Object.keys(reports.columns).indexOf(name)),
  );
  const readLedger = tail(
    file,
    ledger.sheetId,
    ['at', 'key', 'state'].map((name) => Object.keys(ledger.columns).indexOf(name)),
  );
  const update = () => {
    for (const [version, responseId, submitted, seenAt] of readVersions()) {
      versions.push({
        version: String(version),
        responseId: String(responseId),
        submitted: String(submitted),
        seenAt: momentOfSerial(seenAt),
      });
    }
    for (const [at, key, state] of readLedger()) {
      if (state === 'đã gửi' && !sent.has(String(key))) sent.set(String(key), momentOfSerial(at));
      trace(traced, String(key), String(state), momentOfSerial(at));
    }
  };
  return {
    versions() {
      update();
      return versions;
    },
    sentAt(key) {
      update();
      return sent.get(key) ?? null;
    },
    joinedAt(key) {
      update();
      const { state, at = null } = traced.get(key) ?? {};
      return state === 'gộp vào thư mạnh hơn' ? at : null;
    },
    stateOf(key) {
      update();
      return traced.get(key)?.state ?? null;
    },
    refused(round, unit) {
      update();
      return [...traced].flatMap(([key, { state, at }]) =>
        key.startsWith(keyStart(round, unit)) && state === 'không gửi được' ? [{ key, at }] : [],
      );
    },
    unclear(round, unit, now) {
      update();
      return [...traced].flatMap(([key, { state, at, unclear }]) => {
        const isLost = state === 'đang gửi' && now - at >= LEASE;
        return key.startsWith(keyStart(round, unit)) && !sent.has(key) && unclear + (isLost ? 1 : 0) >= 2
          ? [{ key, at }]
          : [];
      });
    },
  };
}

function trace(traced: Map<string, Traced>, key: string, state: string, at: number): void {
  // That a mail waits is nothing that was done about it.
  if (state === 'đến hạn') return;
  const before = traced.get(key);
  const isUnclear = state === 'chưa rõ kết quả' || (state === 'đang gửi' && before?.state === 'đang gửi');
  traced.set(key, { state, at, unclear: (before?.unclear ?? 0) + (isUnclear ? 1 : 0) });
}

/** The rows that came since the last look; logs grow below, and what leaves them was there for long. */
function tail(file: ModelFile, sheetId: number, columns: readonly number[]): () => readonly (readonly Cell[])[] {
  let seen = 1;
  return () => {
    const rows = file.tabs.get(sheetId)?.rows ?? [];
    const gone = file.takenOut.get(sheetId) ?? 0;
    const added = rows.slice(Math.max(1, seen - gone));
    seen = Math.max(seen, rows.length + gone);
    return added.map((row) => columns.map((column) => row[column] ?? ''));
  };
}

/** A serial number counts days since 30/12/1899 on the clock of the sheet. */
function momentOfSerial(cell: Cell | undefined): number {
  return momentOf(0) + Math.round((Number(cell) - 25_569) * (DAY / 1000)) * 1000;
}
