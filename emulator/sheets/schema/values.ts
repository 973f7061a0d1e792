/** Messages and query parameters of the calls under values and developerMetadata, and the filters that address cells by meaning. Notation: message-fields.ts. */
export const valuesMessages = {
  AppendValuesResponse: 'spreadsheetId:text tableRange:text updates:UpdateValuesResponse',
  BatchClearValuesByDataFilterRequest: 'dataFilters:[DataFilter]',
  BatchClearValuesByDataFilterResponse: 'clearedRanges:[text] spreadsheetId:text',
  BatchClearValuesRequest: 'ranges:[text]',
  BatchClearValuesResponse: 'clearedRanges:[text] spreadsheetId:text',
  BatchGetValuesByDataFilterRequest: `
    dataFilters:[DataFilter] dateTimeRenderOption:ResponseDateTimeRenderOption majorDimension:Dimension
    valueRenderOption:ResponseValueRenderOption`,
  BatchGetValuesByDataFilterResponse: 'spreadsheetId:text valueRanges:[MatchedValueRange]',
  BatchGetValuesResponse: 'spreadsheetId:text valueRanges:[ValueRange]',
  BatchUpdateValuesByDataFilterRequest: `
    data:[DataFilterValueRange] includeValuesInResponse:bool
    responseDateTimeRenderOption:ResponseDateTimeRenderOption
    responseValueRenderOption:ResponseValueRenderOption valueInputOption:ValueInputOption`,
  BatchUpdateValuesByDataFilterResponse: `
    responses:[UpdateValuesByDataFilterResponse] spreadsheetId:text totalUpdatedCells:int
    totalUpdatedColumns:int totalUpdatedRows:int totalUpdatedSheets:int`,
  BatchUpdateValuesRequest: `
    data:[ValueRange] includeValuesInResponse:bool responseDateTimeRenderOption:ResponseDateTimeRenderOption
    responseValueRenderOption:ResponseValueRenderOption valueInputOption:ValueInputOption`,
  BatchUpdateValuesResponse: `
    responses:[UpdateValuesResponse] spreadsheetId:text totalUpdatedCells:int totalUpdatedColumns:int
    totalUpdatedRows:int totalUpdatedSheets:int`,
  ClearValuesRequest: '',
  ClearValuesResponse: 'clearedRange:text spreadsheetId:text',
  DataFilter: 'a1Range:text developerMetadataLookup:DeveloperMetadataLookup gridRange:GridRange',
  DataFilterValueRange: 'dataFilter:DataFilter majorDimension:Dimension values:json',
  DeveloperMetadataLookup: `
    locationMatchingStrategy:LocationMatchingStrategy locationType:LocationType metadataId:int metadataKey:text
    metadataLocation:DeveloperMetadataLocation metadataValue:text visibility:Visibility`,
  GetSpreadsheetByDataFilterRequest: `
    commentsViewMode:CommentsViewMode dataFilters:[DataFilter] excludeTablesInBandedRanges:bool
    includeGridData:bool`,
  MatchedDeveloperMetadata: 'dataFilters:[DataFilter] developerMetadata:DeveloperMetadata',
  MatchedValueRange: 'dataFilters:[DataFilter] valueRange:ValueRange',
  SearchDeveloperMetadataRequest: 'dataFilters:[DataFilter]',
  SearchDeveloperMetadataResponse: 'matchedDeveloperMetadata:[MatchedDeveloperMetadata]',
  UpdateValuesByDataFilterResponse: `
    dataFilter:DataFilter updatedCells:int updatedColumns:int updatedData:ValueRange updatedRange:text
    updatedRows:int`,
  UpdateValuesResponse: `
    spreadsheetId:text updatedCells:int updatedColumns:int updatedData:ValueRange updatedRange:text
    updatedRows:int`,
  ValueRange: 'majorDimension:Dimension range:text values:json',
  AppendQuery: `
    valueInputOption:ValueInputOption insertDataOption:InsertDataOption includeValuesInResponse:bool
    responseValueRenderOption:ResponseValueRenderOption responseDateTimeRenderOption:ResponseDateTimeRenderOption`,
  BatchGetQuery: `
    ranges:[text] majorDimension:Dimension valueRenderOption:ResponseValueRenderOption
    dateTimeRenderOption:ResponseDateTimeRenderOption`,
  GetQuery: `
    commentsViewMode:CommentsViewMode excludeTablesInBandedRanges:bool includeGridData:bool ranges:[text]`,
  GetValuesQuery: `
    majorDimension:Dimension valueRenderOption:ResponseValueRenderOption
    dateTimeRenderOption:ResponseDateTimeRenderOption`,
  NoQuery: '',
  UpdateQuery: `
    valueInputOption:ValueInputOption includeValuesInResponse:bool
    responseValueRenderOption:ResponseValueRenderOption responseDateTimeRenderOption:ResponseDateTimeRenderOption`,
} as const;
