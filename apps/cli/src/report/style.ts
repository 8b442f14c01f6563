/** The report's look: light only, since it is made to be printed; system fonts; no outside reference. */
export const reportStyle = `
:root {
  color-scheme: light;
  --paper: #faf8f4; --surface: #ffffff; --ink: #1f2a30; --muted: #5c6970; --line: #e3ded5;
  --accent: #0e6e78; --lymph: #a08a1e; --node: #8c6fa8; --veil: #3e7cb1; --warn: #9a5b00;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 1040px; margin: 0 auto; padding: 48px 32px 64px; }
header { margin-bottom: 32px; }
.kicker { margin: 0 0 8px; color: var(--accent); font-size: 14px; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; }
h1 { margin: 0 0 8px; font-size: 32px; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 0 0 16px; font-size: 21px; line-height: 1.3; font-weight: 650; }
h3 { margin: 24px 0 8px; font-size: 16px; font-weight: 650; }
p { margin: 0 0 12px; max-width: 74ch; }
.with { color: var(--muted); font-size: 19px; margin: 0 0 24px; }
.muted { color: var(--muted); }
.label {
  margin: 0 0 12px; padding: 12px 16px; max-width: none; border-left: 4px solid var(--lymph); border-radius: 4px 12px 12px 4px;
  background: #f4efdc; font-weight: 600;
}
.marks { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 8px 24px; font-size: 14px; }
.marks strong {
  display: inline-block; margin-right: 8px; padding: 0 8px; border: 1px solid currentColor; border-radius: 6px;
  color: var(--warn); font-size: 12px; letter-spacing: .05em;
}
section {
  margin: 0 0 24px; padding: 28px 32px 24px; background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
}
.summary { display: grid; grid-template-columns: repeat(3, 1fr); margin: 0; }
.summary > div { padding: 4px 24px; border-left: 1px solid var(--line); }
.summary > div:first-child { padding-left: 0; border-left: 0; }
.summary dt { color: var(--muted); font-size: 14px; }
.summary dd { margin: 4px 0 0; }
.summary .big { display: block; font-size: 30px; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.summary .small { display: block; margin-top: 4px; color: var(--muted); font-size: 14px; line-height: 1.4; }
.bodies { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin: 0 auto 8px; max-width: 760px; }
.bodies.many { grid-template-columns: repeat(auto-fit, minmax(132px, 1fr)); justify-items: center; max-width: none; }
.bodies.pairs { grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); max-width: none; }
.dark { margin: 0 0 12px; padding: 20px 16px; border-radius: 12px; }
.dark figcaption { color: inherit; }
.scale { display: flex; flex-wrap: wrap; gap: 4px 12px; justify-content: center; align-items: center; margin: 8px auto 0; font-size: 14px; }
.scale span { width: 160px; height: 8px; border-radius: 4px; }
.bodies.many figure { width: 100%; max-width: 260px; }
.bodies figure { margin: 0; }
.bodies figure > svg { display: block; width: 100%; height: auto; }
.bodies figcaption { margin-top: 6px; }
figcaption { color: var(--muted); font-size: 14px; text-align: center; }
.legend { display: flex; flex-wrap: wrap; gap: 8px 24px; justify-content: center; margin: 8px 0 24px; padding: 0; list-style: none; font-size: 14px; color: var(--muted); }
.legend span { display: inline-block; width: 22px; height: 12px; margin-right: 8px; vertical-align: -1px; border-radius: 4px; }
.legend .veil { background: rgb(62 124 177 / .45); }
.legend .removed { width: 12px; border: 1.5px dashed var(--node); border-radius: 50%; }
.legend .vessel { height: 3px; vertical-align: 4px; background: #7c8f3e; }
.legend .water { height: 0; vertical-align: 4px; border-top: 2px dotted var(--accent); border-radius: 0; }
.curve { margin: 16px 0 24px; }
.scroll { overflow-x: auto; }
.curve figcaption { margin: 0 0 4px; color: var(--ink); font-weight: 600; font-size: 15px; text-align: left; }
.curve figcaption span { display: block; color: var(--muted); font-weight: 400; font-size: 14px; }
.scroll > svg { display: block; width: 100%; min-width: 560px; height: auto; }
.sheet > svg { min-width: 680px; }
.scroll svg text { white-space: pre; }
.table:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 4px; border-radius: 4px; }
.key { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 0 0 4px; padding: 0; list-style: none; font-size: 14px; }
.key svg { vertical-align: 3px; margin-right: 8px; }
.key svg.band { vertical-align: -1px; }
.table { overflow-x: auto; margin: 24px 0 8px; }
table { min-width: min(100%, 600px); border-collapse: collapse; font-size: 14px; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { padding: 0 0 8px; text-align: left; font-size: 15px; font-weight: 600; }
caption .about { display: block; color: var(--muted); font-size: 14px; font-weight: 400; max-width: 90ch; }
th, td { padding: 6px 20px 6px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th, thead td { vertical-align: bottom; color: var(--muted); font-weight: 500; border-bottom: 1px solid #bdb6a8; }
tbody th { font-weight: 500; }
.wide th, .wide td { padding-right: 10px; }
.wide table { font-size: 13px; }
.n { text-align: right; white-space: nowrap; }
thead .n { white-space: normal; }
.bound { padding: 16px 20px; margin: 8px 0 16px; max-width: none; background: #eef5f5; border-radius: 12px; }
ul { margin: 0 0 12px; padding-left: 20px; }
li { margin: 0 0 6px; max-width: 78ch; overflow-wrap: anywhere; }
dl { margin: 16px 0 0; }
.facts > div { display: grid; grid-template-columns: 180px 1fr; gap: 16px; padding: 6px 0; border-bottom: 1px solid var(--line); font-size: 14px; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
footer { color: var(--muted); font-size: 14px; }
@media screen and (max-width: 720px) {
  main { padding: 24px 16px; }
  section { padding: 20px 16px; }
  .summary { grid-template-columns: 1fr; gap: 16px; }
  .summary > div { padding: 0; border-left: 0; }
  .facts > div { grid-template-columns: 1fr; gap: 0; }
}
@page { size: A4; margin: 14mm 13mm 16mm; }
@media print {
  body { background: none; font-size: 10pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  header { margin-bottom: 5mm; }
  h1 { font-size: 20pt; }
  h2 { font-size: 13pt; break-after: avoid; margin-bottom: 3mm; }
  section { padding: 0; margin: 0 0 7mm; border: 0; border-radius: 0; }
  section + section { padding-top: 5mm; border-top: 1px solid var(--line); }
  table, .legend, .key, figcaption, caption .about, .marks, footer, .summary dt, .summary .small, .facts > div { font-size: 8.5pt; }
  caption { font-size: 9.5pt; break-after: avoid; }
  .summary .big { font-size: 18pt; }
  th, td { padding: 1.2mm 3mm 1.2mm 0; }
  tr, .curve, .bodies, .bound, .label, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .scroll > svg { min-width: 0; }
  .table { overflow: visible; }
  .bodies { max-width: 118mm; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
