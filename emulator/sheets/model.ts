/**
 * What a spreadsheet is here. Stored messages keep the API's own names; everything in them is read-only and replaced,
 * never changed in place, so that a refused batch leaves nothing behind (see change.ts).
 */
import type { ServiceContext } from '../service.ts';

export type ErrorType =
  | 'ERROR'
  | 'NULL_VALUE'
  | 'DIVIDE_BY_ZERO'
  | 'VALUE'
  | 'REF'
  | 'NAME'
  | 'NUM'
  | 'N_A'
  | 'LOADING';

/** At most one member. */
export type ExtendedValue = {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
  readonly errorValue?: { readonly type: ErrorType; readonly message: string };
};

export type NumberFormat = { readonly type?: string; readonly pattern?: string };
type TextFormat = { readonly link?: { readonly uri?: string }; readonly [name: string]: unknown };
export type CellFormat = { readonly numberFormat?: NumberFormat; readonly textFormat?: TextFormat } & Readonly<
  Record<string, unknown>
>;

type ConditionValue = { readonly userEnteredValue?: string; readonly relativeDate?: string };
export type BooleanCondition = { readonly type?: string; readonly values?: readonly ConditionValue[] };
export type DataValidationRule = {
  readonly condition?: BooleanCondition;
  readonly inputMessage?: string;
  readonly strict?: boolean;
  readonly showCustomUi?: boolean;
};

/** The part of CellData a client can write. */
export type Cell = {
  readonly userEnteredValue?: ExtendedValue;
  readonly userEnteredFormat?: CellFormat;
  readonly note?: string;
  readonly dataValidation?: DataValidationRule;
  readonly textFormatRuns?: readonly { readonly startIndex?: number; readonly format?: TextFormat }[];
};

/** Half open, zero based; a missing bound is open, a missing sheetId is sheet 0. */
export type GridRange = {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
};

export type Dimension = 'ROWS' | 'COLUMNS';
export type DimensionRange = {
  readonly sheetId?: number;
  readonly dimension?: Dimension | 'DIMENSION_UNSPECIFIED';
  readonly startIndex?: number;
  readonly endIndex?: number;
};

export type GridProperties = {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRowCount?: number;
  readonly frozenColumnCount?: number;
  readonly hideGridlines?: boolean;
};

export type SheetProperties = {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly sheetType: 'GRID' | 'OBJECT';
  readonly gridProperties: GridProperties;
  readonly hidden?: boolean;
};

export type DimensionProperties = {
  readonly hiddenByUser?: boolean;
  readonly hiddenByFilter?: boolean;
  readonly pixelSize?: number;
};

export type ProtectedRange = {
  readonly protectedRangeId: number;
  readonly range?: GridRange;
  readonly namedRangeId?: string;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly unprotectedRanges?: readonly GridRange[];
  readonly editors?: {
    readonly users?: readonly string[];
    readonly groups?: readonly string[];
    readonly domainUsersCanEdit?: boolean;
  };
};

export type ConditionalFormatRule = { readonly ranges?: readonly GridRange[]; readonly booleanRule?: object };
export type BandedRange = { readonly bandedRangeId: number; readonly range: GridRange };
export type SortSpec = { readonly dimensionIndex?: number; readonly sortOrder?: string };
export type BasicFilter = { readonly range: GridRange; readonly sortSpecs?: readonly SortSpec[] };
export type FilterView = {
  readonly filterViewId: number;
  readonly title: string;
  readonly range?: GridRange;
  readonly namedRangeId?: string;
  readonly filterSpecs?: readonly {
    readonly columnIndex?: number;
    readonly filterCriteria?: { readonly condition?: BooleanCondition; readonly hiddenValues?: readonly string[] };
  }[];
};
export type EmbeddedChart = { readonly chartId: number; readonly spec: object; readonly position: ObjectPosition };
export type ObjectPosition = {
  readonly sheetId?: number;
  readonly newSheet?: boolean;
  readonly overlayPosition?: {
    readonly anchorCell?: { readonly sheetId?: number; readonly rowIndex?: number; readonly columnIndex?: number };
    readonly offsetXPixels?: number;
    readonly offsetYPixels?: number;
    readonly widthPixels?: number;
    readonly heightPixels?: number;
  };
};

export type Row = {
  /** The change this copy belongs to. */
  readonly stamp: number;
  readonly cells: (Cell | undefined)[];
};

export type Sheet = {
  /** The change this copy belongs to. */
  readonly stamp: number;
  properties: SheetProperties;
  /** Sparse: rows and cells never touched are absent. */
  rows: (Row | undefined)[];
  rowProperties: (DimensionProperties | undefined)[];
  columnProperties: (DimensionProperties | undefined)[];
  merges: readonly GridRange[];
  protectedRanges: readonly ProtectedRange[];
  conditionalFormats: readonly ConditionalFormatRule[];
  bandedRanges: readonly BandedRange[];
  basicFilter: BasicFilter | undefined;
  filterViews: readonly FilterView[];
  charts: readonly EmbeddedChart[];
};

export type NamedRange = { readonly namedRangeId: string; readonly name: string; readonly range: GridRange };

export type MetadataLocation = {
  readonly locationType: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';
  readonly spreadsheet?: boolean;
  readonly sheetId?: number;
  readonly dimensionRange?: DimensionRange;
};

export type DeveloperMetadata = {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue?: string;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location: MetadataLocation;
};

export type SpreadsheetProperties = {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly autoRecalc: string;
  readonly defaultFormat: CellFormat;
};

export type Spreadsheet = {
  readonly id: string;
  /** What its locale is read by besides its name. */
  readonly surroundings: Pick<ServiceContext, 'switches' | 'clock'>;
  /** The change this copy belongs to. */
  readonly stamp: number;
  properties: SpreadsheetProperties;
  /** In the order of the tabs. */
  sheets: Sheet[];
  namedRanges: readonly NamedRange[];
  metadata: ReadonlyMap<number, DeveloperMetadata>;
};
