import { createHash } from 'node:crypto';
import { ACCENT, GROUND, INK, LINE, MUTED } from '../../sheets-schema/look.ts';
import { toneRules } from './tone.ts';

/** Colours repeat what words say. No style stands on an element, so that the policy may name this one block. */
export const STYLE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:${GROUND};color:${INK};font:16px/1.5 'Be Vietnam Pro','Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif}
main{max-width:1200px;margin:0 auto;padding:24px 16px 48px}
h1{font-size:22px;line-height:1.35;margin:0 0 4px}
h2{font-size:19px;line-height:1.35;margin:32px 0 8px}
p{margin:4px 0}
.headline{font-size:26px;line-height:1.3;font-weight:700;margin:0 0 8px}
.muted{color:${MUTED}}
.ways a{color:${ACCENT};margin-right:16px}
.note{display:inline-block;margin:8px 0;padding:4px 12px;border-radius:4px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(132px,1fr));gap:8px;margin:16px 0 0;padding:0}
.figures div{background:#fff;border:1px solid ${LINE};border-radius:6px;padding:8px 12px}
.figures dt{font-weight:600}
.figures dd{margin:0}
.figures .value{font-size:26px;line-height:1.25;font-weight:700}
.box{overflow-x:auto;border:1px solid ${LINE};border-radius:6px;background:#fff}
.box:focus-visible,a:focus-visible{outline:3px solid ${ACCENT};outline-offset:2px}
table{border-collapse:collapse;width:100%}
.box table{min-width:820px}
th,td{padding:8px 10px;border-bottom:1px solid ${LINE};text-align:left;vertical-align:top}
tr:last-child>*{border-bottom:0}
thead th{background:${GROUND};font-weight:600;white-space:nowrap}
tbody th{font-weight:600;background:#fff}
.days{max-width:560px;border:1px solid ${LINE};border-radius:6px;background:#fff}
.days th{white-space:normal}
.matrix td:nth-child(3){min-width:128px}
.matrix th:first-child{position:sticky;left:0;border-right:1px solid ${LINE}}
.matrix td{border-left:2px solid #fff;border-bottom:2px solid #fff;min-width:92px}
.number{text-align:right;font-variant-numeric:tabular-nums}
.when{white-space:nowrap}
.wide{min-width:260px}
ol,ul{margin:8px 0;padding-left:24px}
li{margin:2px 0}
.items{columns:2 360px;column-gap:32px}
svg{display:block;width:100%;overflow:visible}
caption{padding:8px 10px;text-align:left}
svg text{font-size:15px;fill:${INK}}
svg .soft{fill:${MUTED}}
svg .grid{stroke:${LINE};stroke-width:1}
svg .line{stroke:${ACCENT};stroke-width:3}
svg .due{stroke:#842029;stroke-width:2;stroke-dasharray:6 4}
svg .due-words{fill:#842029;font-weight:600}
svg .in-time{fill:${ACCENT};stroke:${ACCENT};stroke-width:3}
svg .too-late{fill:#fff;stroke:${ACCENT};stroke-width:3}
.chart{background:#fff;border:1px solid ${LINE};border-radius:6px;padding:12px 8px}
${toneRules}
@media (max-width:480px){main{padding:16px 12px 32px}.headline{font-size:22px}.figures{grid-template-columns:1fr 1fr}}
@media print{
@page{size:A4 landscape;margin:12mm}
.ways{display:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{background:#fff;font-size:11px}
main{max-width:none;padding:0}
h2{font-size:15px;margin:12px 0 4px;break-after:avoid}
.headline{font-size:20px}
.figures{grid-template-columns:repeat(8,1fr)}
.figures .value{font-size:18px}
.box{overflow:visible;border:0}
.box table{min-width:0}
th,td{padding:3px 6px}
p,li{margin:1px 0}
.matrix th:first-child{position:static}
.matrix td{min-width:0}
.wide{min-width:0}
tr,.chart,.figures div{break-inside:avoid}
}
`;

/** Nothing is loaded and nothing runs; only the style block above may colour the page. */
export const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;
