/** Messages of spreadsheets.batchUpdate; a kind of request this emulator does not serve is known by name only. Notation: message-fields.ts. */
export const requestsMessages = {
  AddBandingRequest: 'bandedRange:BandedRange',
  AddChartRequest: 'chart:EmbeddedChart',
  AddConditionalFormatRuleRequest: 'index:int rule:ConditionalFormatRule',
  AddFilterViewRequest: 'filter:FilterView',
  AddNamedRangeRequest: 'namedRange:NamedRange',
  AddProtectedRangeRequest: 'protectedRange:ProtectedRange',
  AddSheetRequest: 'properties:SheetProperties',
  AppendCellsRequest: 'fields:mask rows:[RowData] sheetId:int tableId:text',
  AppendDimensionRequest: 'dimension:Dimension length:int sheetId:int',
  AutoResizeDimensionsRequest: 'dataSourceSheetDimensions:json dimensions:DimensionRange',
  BatchUpdateSpreadsheetRequest: `
    commentsViewMode:CommentsViewMode includeSpreadsheetInResponse:bool requests:[Request]
    responseIncludeGridData:bool responseRanges:[text]`,
  BatchUpdateSpreadsheetResponse: `
    commentUpdateState:CommentUpdateState replies:[Response] spreadsheetId:text updatedSpreadsheet:Spreadsheet`,
  ClearBasicFilterRequest: 'sheetId:int',
  CopyPasteRequest: 'destination:GridRange pasteOrientation:PasteOrientation pasteType:PasteType source:GridRange',
  CreateDeveloperMetadataRequest: 'developerMetadata:DeveloperMetadata',
  DeleteBandingRequest: 'bandedRangeId:int',
  DeleteConditionalFormatRuleRequest: 'index:int sheetId:int',
  DeleteDeveloperMetadataRequest: 'dataFilter:DataFilter',
  DeleteDimensionRequest: 'range:DimensionRange',
  DeleteEmbeddedObjectRequest: 'objectId:int',
  DeleteFilterViewRequest: 'filterId:int',
  DeleteNamedRangeRequest: 'namedRangeId:text',
  DeleteProtectedRangeRequest: 'protectedRangeId:int',
  DeleteSheetRequest: 'sheetId:int',
  DuplicateFilterViewRequest: 'filterId:int',
  DuplicateSheetRequest: 'insertSheetIndex:int newSheetId:int newSheetName:text sourceSheetId:int',
  FindReplaceRequest: `
    allSheets:bool find:text includeFormulas:bool matchCase:bool matchEntireCell:bool range:GridRange
    replacement:text searchByRegex:bool sheetId:int`,
  InsertDimensionRequest: 'inheritFromBefore:bool range:DimensionRange',
  MergeCellsRequest: 'mergeType:MergeType range:GridRange',
  MoveDimensionRequest: 'destinationIndex:int source:DimensionRange',
  RepeatCellRequest: 'cell:CellData fields:mask range:GridRange',
  Request: `
    addBanding:AddBandingRequest addChart:AddChartRequest
    addConditionalFormatRule:AddConditionalFormatRuleRequest addFilterView:AddFilterViewRequest
    addNamedRange:AddNamedRangeRequest addProtectedRange:AddProtectedRangeRequest addSheet:AddSheetRequest
    appendCells:AppendCellsRequest copyPaste:CopyPasteRequest appendDimension:AppendDimensionRequest
    autoResizeDimensions:AutoResizeDimensionsRequest clearBasicFilter:ClearBasicFilterRequest
    createDeveloperMetadata:CreateDeveloperMetadataRequest deleteBanding:DeleteBandingRequest
    deleteConditionalFormatRule:DeleteConditionalFormatRuleRequest
    deleteDeveloperMetadata:DeleteDeveloperMetadataRequest deleteDimension:DeleteDimensionRequest
    deleteEmbeddedObject:DeleteEmbeddedObjectRequest deleteFilterView:DeleteFilterViewRequest
    deleteNamedRange:DeleteNamedRangeRequest deleteProtectedRange:DeleteProtectedRangeRequest
    deleteSheet:DeleteSheetRequest duplicateFilterView:DuplicateFilterViewRequest
    duplicateSheet:DuplicateSheetRequest findReplace:FindReplaceRequest insertDimension:InsertDimensionRequest
    mergeCells:MergeCellsRequest moveDimension:MoveDimensionRequest repeatCell:RepeatCellRequest
    setBasicFilter:SetBasicFilterRequest setDataValidation:SetDataValidationRequest sortRange:SortRangeRequest
    unmergeCells:UnmergeCellsRequest updateBanding:UpdateBandingRequest updateCells:UpdateCellsRequest
    updateChartSpec:UpdateChartSpecRequest updateConditionalFormatRule:UpdateConditionalFormatRuleRequest
    updateDeveloperMetadata:UpdateDeveloperMetadataRequest
    updateDimensionProperties:UpdateDimensionPropertiesRequest
    updateEmbeddedObjectPosition:UpdateEmbeddedObjectPositionRequest updateFilterView:UpdateFilterViewRequest
    updateNamedRange:UpdateNamedRangeRequest updateProtectedRange:UpdateProtectedRangeRequest
    updateSheetProperties:UpdateSheetPropertiesRequest
    updateSpreadsheetProperties:UpdateSpreadsheetPropertiesRequest addCommentReply:unserved
    addDataSource:unserved addDimensionGroup:unserved addSlicer:unserved addTable:unserved autoFill:unserved
    cancelDataSourceRefresh:unserved cutPaste:unserved deleteComment:unserved
    deleteCommentReply:unserved deleteDataSource:unserved deleteDimensionGroup:unserved
    deleteDuplicates:unserved deleteRange:unserved deleteTable:unserved insertComment:unserved
    insertRange:unserved pasteData:unserved randomizeRange:unserved refreshDataSource:unserved
    textToColumns:unserved trimWhitespace:unserved updateBorders:unserved updateCommentPost:unserved
    updateDataSource:unserved updateDimensionGroup:unserved updateEmbeddedObjectBorder:unserved
    updateSlicerSpec:unserved updateTable:unserved`,
  SetBasicFilterRequest: 'filter:BasicFilter',
  SetDataValidationRequest: 'filteredRowsIncluded:bool range:GridRange rule:DataValidationRule',
  SortRangeRequest: 'range:GridRange sortSpecs:[SortSpec]',
  UnmergeCellsRequest: 'range:GridRange',
  UpdateBandingRequest: 'bandedRange:BandedRange fields:mask',
  UpdateCellsRequest: 'fields:mask range:GridRange rows:[RowData] start:GridCoordinate',
  UpdateChartSpecRequest: 'chartId:int spec:ChartSpec',
  UpdateConditionalFormatRuleRequest: 'index:int newIndex:int rule:ConditionalFormatRule sheetId:int',
  UpdateDeveloperMetadataRequest: 'dataFilters:[DataFilter] developerMetadata:DeveloperMetadata fields:mask',
  UpdateDimensionPropertiesRequest: `
    dataSourceSheetRange:json fields:mask properties:DimensionProperties range:DimensionRange`,
  UpdateEmbeddedObjectPositionRequest: 'fields:mask newPosition:EmbeddedObjectPosition objectId:int',
  UpdateFilterViewRequest: 'fields:mask filter:FilterView',
  UpdateNamedRangeRequest: 'fields:mask namedRange:NamedRange',
  UpdateProtectedRangeRequest: 'fields:mask protectedRange:ProtectedRange',
  UpdateSheetPropertiesRequest: 'fields:mask properties:SheetProperties',
  UpdateSpreadsheetPropertiesRequest: 'fields:mask properties:SpreadsheetProperties',
} as const;
