import type { Temporal } from 'temporal-polyfill';
import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import type { Report } from '../../../sheets-schema/tabs/logs.ts';
import type { Round } from '../../../sheets-schema/tabs/rounds.ts';
import { versionSigns, versionsNamedIn } from '../links/codes.ts';

/** What is said of a version: by a decision, or by its unit itself. */
export type Word = Pick<Decision, 'decision' | 'unit' | 'at'>;

type Claiming = { readonly unit: string; readonly at: Temporal.Instant; readonly signs: ReadonlySet<string> };

/**
 * The unverified versions that a unit has said to be its own, by version. Only the unit's own right code says so, in the
 * round of the version, of a version that was sent in its name: what a stranger writes confirms nothing, nor does a unit
 * take another's report.
 * @param decisionOn what a coordinator said of a version: a claim that was sent by somebody else is none
 */
export function claimedVersions(
  round: Pick<Round, 'id'>,
  reports: readonly Report[],
  decisionOn: (version: string) => Word | undefined,
): ReadonlyMap<string, Word> {
  const claims = reports.flatMap((report) => claimIn(report, round, decisionOn));
  if (claims.length === 0) return new Map();
  const byUnit = Map.groupBy(
    claims.sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds),
    ({ unit }) => unit,
  );
  return new Map(
    reports.flatMap(({ version, round: of, identity, claimedUnit }) => {
      if (identity !== 'Chờ xác minh đơn vị' || of !== round.id || claimedUnit === null) return [];
      const claim = byUnit.get(claimedUnit)?.find(({ signs }) => signs.has(versionSigns(version)));
      return claim ? [[version, { decision: 'Xác nhận đơn vị', unit: claim.unit, at: claim.at }] as const] : [];
    }),
  );
}

function claimIn(
  { version, round, unit, identity, claims, seenAt }: Report,
  { id }: Pick<Round, 'id'>,
  decisionOn: (version: string) => Word | undefined,
): readonly Claiming[] {
  if (claims === null || unit === null || identity !== 'Mã hợp lệ' || round !== id) return [];
  const word = decisionOn(version);
  if (word && (word.decision !== 'Xác nhận đơn vị' || word.unit !== unit)) return [];
  return [{ unit, at: seenAt, signs: versionsNamedIn(claims).signs }];
}

/** Whether each code in a claim names one of the unit's own versions; a claim that names none is not met. */
export function isMet({ claims }: Pick<Report, 'claims'>, own: ReadonlySet<string>): boolean {
  const { signs, codes } = versionsNamedIn(claims ?? '');
  const named = [...signs].filter((one) => own.has(one)).length;
  return named > 0 && named >= codes;
}
