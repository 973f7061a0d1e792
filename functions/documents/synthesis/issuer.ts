import type { Round } from '../../../sheets-schema/tabs/rounds.ts';

const BLANK = '………';

/** How the body that asked for the reports signs its own documents, as far as its letter shows. */
export type Issuer = {
  readonly name: string;
  /** `BXD` */
  readonly abbreviation: string;
  /** `BXD-PTĐT`: what a letter of the office that drafts bears after its number. */
  readonly letterSymbol: string;
  /** `PTĐT`: who keeps a copy. */
  readonly office: string;
};

/** @param round its letter bears `12112/BXD-PTĐT`; what the number does not show stays blank. */
export function issuerOf({ basisIssuer, basisNumber }: Round): Issuer {
  const letterSymbol = basisNumber.split('/').at(-1)?.trim() ?? '';
  const [abbreviation, office] = letterSymbol.split('-');
  const isSymbol = basisNumber.includes('/') && letterSymbol !== '';
  return {
    name: basisIssuer,
    abbreviation: isSymbol ? (abbreviation ?? BLANK) : BLANK,
    letterSymbol: isSymbol ? letterSymbol : BLANK,
    office: isSymbol ? (office ?? BLANK) : BLANK,
  };
}
