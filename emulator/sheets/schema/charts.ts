/** Messages about charts and where they stand. Notation: message-fields.ts. */
export const chartsMessages = {
  BaselineValueFormat: `
    comparisonType:ComparisonType description:text negativeColor:Color negativeColorStyle:ColorStyle
    position:TextPosition positiveColor:Color positiveColorStyle:ColorStyle textFormat:TextFormat`,
  BasicChartAxis: `
    format:TextFormat position:Position title:text titleTextPosition:TextPosition
    viewWindowOptions:ChartAxisViewWindowOptions`,
  BasicChartDomain: 'domain:ChartData reversed:bool',
  BasicChartSeries: `
    color:Color colorStyle:ColorStyle dataLabel:DataLabel lineStyle:LineStyle pointStyle:PointStyle
    series:ChartData styleOverrides:[BasicSeriesDataPointStyleOverride] targetAxis:Position type:ChartType`,
  BasicChartSpec: `
    axis:[BasicChartAxis] chartType:ChartType compareMode:CompareMode domains:[BasicChartDomain] headerCount:int
    interpolateNulls:bool legendPosition:LegendPosition lineSmoothing:bool series:[BasicChartSeries]
    stackedType:StackedType threeDimensional:bool totalDataLabel:DataLabel`,
  BasicSeriesDataPointStyleOverride: 'color:Color colorStyle:ColorStyle index:int pointStyle:PointStyle',
  ChartAxisViewWindowOptions: 'viewWindowMax:number viewWindowMin:number viewWindowMode:ViewWindowMode',
  ChartCustomNumberFormatOptions: 'prefix:text suffix:text',
  ChartData: `
    aggregateType:AggregateType columnReference:json groupRule:ChartGroupRule sourceRange:ChartSourceRange`,
  ChartDateTimeRule: 'type:ChartDateTimeRuleType',
  ChartGroupRule: 'dateTimeRule:ChartDateTimeRule histogramRule:ChartHistogramRule',
  ChartHistogramRule: 'intervalSize:number maxValue:number minValue:number',
  ChartSourceRange: 'sources:[GridRange]',
  ChartSpec: `
    altText:text backgroundColor:Color backgroundColorStyle:ColorStyle basicChart:BasicChartSpec
    bubbleChart:json candlestickChart:json dataSourceChartProperties:json filterSpecs:[FilterSpec] fontName:text
    hiddenDimensionStrategy:HiddenDimensionStrategy histogramChart:json maximized:bool orgChart:json
    pieChart:PieChartSpec scorecardChart:ScorecardChartSpec sortSpecs:[SortSpec] subtitle:text
    subtitleTextFormat:TextFormat subtitleTextPosition:TextPosition title:text titleTextFormat:TextFormat
    titleTextPosition:TextPosition treemapChart:json waterfallChart:json`,
  DataLabel: `
    customLabelData:ChartData placement:Placement textFormat:TextFormat type:DataLabelType`,
  EmbeddedChart: 'border:json chartId:int position:EmbeddedObjectPosition spec:ChartSpec',
  EmbeddedObjectPosition: 'newSheet:bool overlayPosition:OverlayPosition sheetId:int',
  KeyValueFormat: 'position:TextPosition textFormat:TextFormat',
  LineStyle: 'type:LineStyleType width:int',
  OverlayPosition: `
    anchorCell:GridCoordinate heightPixels:int offsetXPixels:int offsetYPixels:int widthPixels:int`,
  PieChartSpec: `
    domain:ChartData legendPosition:PieChartSpecLegendPosition pieHole:number series:ChartData
    threeDimensional:bool`,
  PointStyle: 'shape:Shape size:number',
  ScorecardChartSpec: `
    aggregateType:AggregateType baselineValueData:ChartData baselineValueFormat:BaselineValueFormat
    customFormatOptions:ChartCustomNumberFormatOptions keyValueData:ChartData keyValueFormat:KeyValueFormat
    numberFormatSource:NumberFormatSource scaleFactor:number`,
  TextPosition: 'horizontalAlignment:HorizontalAlignment',
} as const;
