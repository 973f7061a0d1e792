/** Messages about rules over ranges: validation, conditional formats, protection, banding, filters. Notation: message-fields.ts. */
export const rulesMessages = {
  BandedRange: `
    bandedRangeId:int bandedRangeReference:text columnProperties:BandingProperties range:GridRange
    rowProperties:BandingProperties`,
  BandingProperties: `
    firstBandColor:Color firstBandColorStyle:ColorStyle footerColor:Color footerColorStyle:ColorStyle
    headerColor:Color headerColorStyle:ColorStyle secondBandColor:Color secondBandColorStyle:ColorStyle`,
  BasicFilter: `
    criteria:json filterSpecs:[FilterSpec] range:GridRange sortSpecs:[SortSpec] tableId:text`,
  BooleanCondition: 'type:BooleanConditionType values:[ConditionValue]',
  BooleanRule: 'condition:BooleanCondition format:CellFormat',
  ConditionValue: 'relativeDate:RelativeDate userEnteredValue:text',
  ConditionalFormatRule: 'booleanRule:BooleanRule gradientRule:GradientRule ranges:[GridRange]',
  DataValidationRule: 'condition:BooleanCondition inputMessage:text showCustomUi:bool strict:bool',
  Editors: 'domainUsersCanEdit:bool groups:[text] users:[text]',
  FilterCriteria: `
    condition:BooleanCondition hiddenValues:[text] visibleBackgroundColor:Color
    visibleBackgroundColorStyle:ColorStyle visibleForegroundColor:Color visibleForegroundColorStyle:ColorStyle`,
  FilterSpec: 'columnIndex:int dataSourceColumnReference:json filterCriteria:FilterCriteria',
  FilterView: `
    criteria:json filterSpecs:[FilterSpec] filterViewId:int namedRangeId:text range:GridRange
    sortSpecs:[SortSpec] tableId:text title:text`,
  GradientRule: 'maxpoint:InterpolationPoint midpoint:InterpolationPoint minpoint:InterpolationPoint',
  InterpolationPoint: 'color:Color colorStyle:ColorStyle type:InterpolationPointType value:text',
  ProtectedRange: `
    description:text editors:Editors namedRangeId:text protectedRangeId:int range:GridRange
    requestingUserCanEdit:bool tableId:text unprotectedRanges:[GridRange] warningOnly:bool`,
  SortSpec: `
    backgroundColor:Color backgroundColorStyle:ColorStyle dataSourceColumnReference:json dimensionIndex:int
    foregroundColor:Color foregroundColorStyle:ColorStyle sortOrder:SortOrder`,
} as const;
