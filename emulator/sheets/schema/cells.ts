/** Messages about one cell: what it holds and how it looks. Notation: message-fields.ts. */
export const cellsMessages = {
  Border: 'color:Color colorStyle:ColorStyle style:Style width:int',
  Borders: 'bottom:Border left:Border right:Border top:Border',
  CellData: `
    chipRuns:[json] dataSourceFormula:json dataSourceTable:json dataValidation:DataValidationRule
    effectiveFormat:CellFormat effectiveValue:ExtendedValue formattedValue:text hyperlink:text note:text
    pivotTable:json textFormatRuns:[TextFormatRun] userEnteredFormat:CellFormat userEnteredValue:ExtendedValue`,
  CellFormat: `
    backgroundColor:Color backgroundColorStyle:ColorStyle borders:Borders
    horizontalAlignment:HorizontalAlignment hyperlinkDisplayType:HyperlinkDisplayType numberFormat:NumberFormat
    padding:Padding textDirection:TextDirection textFormat:TextFormat textRotation:TextRotation
    verticalAlignment:VerticalAlignment wrapStrategy:WrapStrategy`,
  Color: 'alpha:number blue:number green:number red:number',
  ColorStyle: 'rgbColor:Color themeColor:ThemeColor',
  ErrorValue: 'message:text type:ErrorValueType',
  ExtendedValue: `
    boolValue!:bool errorValue:ErrorValue formulaValue!:text numberValue!:number stringValue!:text`,
  Link: 'uri:text',
  NumberFormat: 'pattern:text type:Type',
  Padding: 'bottom:int left:int right:int top:int',
  RowData: 'values:[CellData]',
  TextFormat: `
    bold:bool fontFamily:text fontSize:int foregroundColor:Color foregroundColorStyle:ColorStyle italic:bool
    link:Link strikethrough:bool underline:bool`,
  TextFormatRun: 'format:TextFormat startIndex:int',
  TextRotation: 'angle:int vertical:bool',
} as const;
