/** Messages about spreadsheets, sheets, grids and places in them. Notation: message-fields.ts. */
export const sheetsMessages = {
  CommentAnchor: 'anchorId:text range:GridRange',
  DeveloperMetadata: `
    location:DeveloperMetadataLocation metadataId:int metadataKey:text metadataValue:text visibility:Visibility`,
  DeveloperMetadataLocation: 'dimensionRange:DimensionRange locationType:LocationType sheetId:int spreadsheet:bool',
  DimensionProperties: `
    dataSourceColumnReference:json developerMetadata:[DeveloperMetadata] hiddenByFilter:bool hiddenByUser:bool
    pixelSize:int`,
  DimensionRange: 'dimension:Dimension endIndex!:int sheetId:int startIndex!:int',
  GridCoordinate: 'columnIndex:int rowIndex:int sheetId:int',
  GridData: `
    columnMetadata:[DimensionProperties] rowData:[RowData] rowMetadata:[DimensionProperties] startColumn:int
    startRow:int`,
  GridProperties: `
    columnCount:int columnGroupControlAfter:bool frozenColumnCount:int frozenRowCount:int hideGridlines:bool
    rowCount:int rowGroupControlAfter:bool`,
  GridRange: `
    endColumnIndex!:int endRowIndex!:int sheetId:int startColumnIndex!:int startRowIndex!:int`,
  IterativeCalculationSettings: 'convergenceThreshold:number maxIterations:int',
  NamedRange: 'name:text namedRangeId:text range:GridRange',
  Sheet: `
    bandedRanges:[BandedRange] basicFilter:BasicFilter charts:[EmbeddedChart] columnGroups:[json]
    commentAnchors:[CommentAnchor] conditionalFormats:[ConditionalFormatRule] data:[GridData]
    developerMetadata:[DeveloperMetadata] filterViews:[FilterView] merges:[GridRange] properties:SheetProperties
    protectedRanges:[ProtectedRange] rowGroups:[json] slicers:[json] tables:[json]`,
  SheetProperties: `
    dataSourceSheetProperties:json gridProperties:GridProperties hidden:bool index!:int rightToLeft:bool
    sheetId!:int sheetType:SheetType tabColor:Color tabColorStyle:ColorStyle title:text`,
  Spreadsheet: `
    comments:[json] commentsViewMode:CommentsViewMode dataSourceSchedules:[json] dataSources:[json]
    developerMetadata:[DeveloperMetadata] namedRanges:[NamedRange] properties:SpreadsheetProperties
    sheets:[Sheet] spreadsheetId:text spreadsheetUrl:text`,
  SpreadsheetProperties: `
    autoRecalc:AutoRecalc defaultFormat:CellFormat importFunctionsExternalUrlAccessAllowed:bool
    iterativeCalculationSettings:IterativeCalculationSettings locale:text spreadsheetTheme:SpreadsheetTheme
    timeZone:text title:text`,
  SpreadsheetTheme: 'primaryFontFamily:text themeColors:[ThemeColorPair]',
  ThemeColorPair: 'color:ColorStyle colorType:ThemeColor',
} as const;
