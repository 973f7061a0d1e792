/** Replies inside the answer of spreadsheets.batchUpdate. Notation: message-fields.ts. */
export const repliesMessages = {
  AddBandingResponse: 'bandedRange:BandedRange',
  AddChartResponse: 'chart:EmbeddedChart',
  AddFilterViewResponse: 'filter:FilterView',
  AddNamedRangeResponse: 'namedRange:NamedRange',
  AddProtectedRangeResponse: 'protectedRange:ProtectedRange',
  AddSheetResponse: 'properties:SheetProperties',
  CreateDeveloperMetadataResponse: 'developerMetadata:DeveloperMetadata',
  DeleteConditionalFormatRuleResponse: 'rule:ConditionalFormatRule',
  DeleteDeveloperMetadataResponse: 'deletedDeveloperMetadata:[DeveloperMetadata]',
  DuplicateFilterViewResponse: 'filter:FilterView',
  DuplicateSheetResponse: 'properties:SheetProperties',
  FindReplaceResponse: `
    formulasChanged:int occurrencesChanged:int rowsChanged:int sheetsChanged:int valuesChanged:int`,
  Response: `
    addBanding:AddBandingResponse addChart:AddChartResponse addFilterView:AddFilterViewResponse
    addNamedRange:AddNamedRangeResponse addProtectedRange:AddProtectedRangeResponse addSheet:AddSheetResponse
    createDeveloperMetadata:CreateDeveloperMetadataResponse
    deleteConditionalFormatRule:DeleteConditionalFormatRuleResponse
    deleteDeveloperMetadata:DeleteDeveloperMetadataResponse duplicateFilterView:DuplicateFilterViewResponse
    duplicateSheet:DuplicateSheetResponse findReplace:FindReplaceResponse
    updateConditionalFormatRule:UpdateConditionalFormatRuleResponse
    updateDeveloperMetadata:UpdateDeveloperMetadataResponse
    updateEmbeddedObjectPosition:UpdateEmbeddedObjectPositionResponse`,
  UpdateConditionalFormatRuleResponse: `
    newIndex:int newRule:ConditionalFormatRule oldIndex:int oldRule:ConditionalFormatRule`,
  UpdateDeveloperMetadataResponse: 'developerMetadata:[DeveloperMetadata]',
  UpdateEmbeddedObjectPositionResponse: 'position:EmbeddedObjectPosition',
} as const;
