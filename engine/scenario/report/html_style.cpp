// The page's looks. Colours are named once, for light and for dark; a state is always also a word or a sign.
#include "engine/scenario/report/writers.hpp"

namespace spile::engine::scenario {

namespace {

constexpr std::string_view k_style = R"css(
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --line: #dfe3e8; --soft: #eef1f4;
  --text: #1b2430; --quiet: #566272; --link: #0b5cad;
  --passed: #1a7f37; --passed-soft: #e3f5e8;
  --failed: #c4232e; --failed-soft: #fdeceb;
  --undefined: #9a6700; --undefined-soft: #fff4d6;
  --skipped: #66717f; --skipped-soft: #eceff2;
  --argument: #6f42c1;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f141a; --card: #171e26; --line: #2b3541; --soft: #1f2832;
    --text: #e4e9ef; --quiet: #9aa7b5; --link: #76b3f5;
    --passed: #4cc26a; --passed-soft: #14301d;
    --failed: #ff7b72; --failed-soft: #3a1a1b;
    --undefined: #e3b341; --undefined-soft: #36290c;
    --skipped: #9aa7b5; --skipped-soft: #242d37;
    --argument: #c6a5ff;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
}
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
h1, h2, h3, p { margin: 0; }
code, pre, .mono { font-family: var(--mono); font-size: .92em; }
.icon { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; vertical-align: -.125em; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.passed > .icon, .is-passed { color: var(--passed); }
.failed > .icon, .is-failed { color: var(--failed); }
.undefined > .icon, .is-undefined { color: var(--undefined); }
.skipped > .icon, .is-skipped { color: var(--skipped); }

header { background: var(--card); border-bottom: 1px solid var(--line); }
.wide { max-width: 82rem; margin: 0 auto; padding: 0 1.5rem; }
header .wide { padding-top: 1.75rem; padding-bottom: 1.5rem; }
.eyebrow { color: var(--quiet); font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; }
h1 { font-size: 1.75rem; line-height: 1.25; margin-top: .25rem; display: flex; align-items: center; gap: .6rem; }
.bar { display: block; width: 100%; height: .6rem; border-radius: .3rem; margin: 1.1rem 0 .9rem; background: var(--soft); }
.bar .passed { fill: var(--passed); } .bar .failed { fill: var(--failed); }
.bar .undefined { fill: var(--undefined); } .bar .skipped { fill: var(--skipped); }
.numbers { display: flex; flex-wrap: wrap; gap: .35rem 2rem; margin: 0; }
.numbers div { display: flex; gap: .4rem; align-items: baseline; }
.numbers dt { color: var(--quiet); order: 2; }
.numbers dd { margin: 0; font-weight: 650; font-variant-numeric: tabular-nums; }

.filter { position: sticky; top: 0; z-index: 1; background: var(--page); border-bottom: 1px solid var(--line); }
.filter .wide { display: flex; flex-wrap: wrap; gap: .5rem; padding-top: .7rem; padding-bottom: .7rem; align-items: center; }
.filter label {
  cursor: pointer; border: 1px solid var(--line); border-radius: 999px; padding: .15rem .8rem; background: var(--card);
  display: inline-flex; gap: .45rem; align-items: center;
}
.filter label:hover { border-color: var(--quiet); }
.filter .count { color: var(--quiet); font-variant-numeric: tabular-nums; }
#show-all:checked ~ .filter [for=show-all], #show-failed:checked ~ .filter [for=show-failed],
#show-undefined:checked ~ .filter [for=show-undefined], #show-passed:checked ~ .filter [for=show-passed],
#show-skipped:checked ~ .filter [for=show-skipped] { background: var(--text); color: var(--page); border-color: var(--text); }
#show-all:checked ~ .filter [for=show-all] .count, #show-failed:checked ~ .filter [for=show-failed] .count,
#show-undefined:checked ~ .filter [for=show-undefined] .count, #show-passed:checked ~ .filter [for=show-passed] .count,
#show-skipped:checked ~ .filter [for=show-skipped] .count { color: inherit; }
#show-all:focus-visible ~ .filter [for=show-all], #show-failed:focus-visible ~ .filter [for=show-failed],
#show-undefined:focus-visible ~ .filter [for=show-undefined], #show-passed:focus-visible ~ .filter [for=show-passed],
#show-skipped:focus-visible ~ .filter [for=show-skipped], summary:focus-visible, a:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px;
}
#show-failed:checked ~ .page :is(.scenario:not(.failed), .feature:not(.has-failed), .rule:not(.has-failed), .features > li:not(.has-failed)),
#show-undefined:checked ~ .page :is(.scenario:not(.undefined), .feature:not(.has-undefined), .rule:not(.has-undefined), .features > li:not(.has-undefined)),
#show-passed:checked ~ .page :is(.scenario:not(.passed), .feature:not(.has-passed), .rule:not(.has-passed), .features > li:not(.has-passed)),
#show-skipped:checked ~ .page :is(.scenario:not(.skipped), .feature:not(.has-skipped), .rule:not(.has-skipped), .features > li:not(.has-skipped)) { display: none; }

.page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 2rem; padding-top: 1.5rem; padding-bottom: 4rem; }
nav { position: sticky; top: 4.5rem; align-self: start; max-height: calc(100vh - 6rem); overflow: auto; font-size: .92rem; }
nav h2 { font-size: .8rem; color: var(--quiet); letter-spacing: .06em; text-transform: uppercase; margin-bottom: .4rem; }
nav ol { list-style: none; margin: 0 0 1.2rem; padding: 0; }
nav li { display: flex; gap: .5rem; padding: .22rem 0; align-items: baseline; }
nav li .icon { position: relative; top: .1em; }
nav a { flex: 1; color: inherit; overflow-wrap: anywhere; }
nav .count { color: var(--quiet); font-variant-numeric: tabular-nums; white-space: nowrap; }

.feature { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; margin-bottom: 1.5rem; overflow: clip; }
.feature > .head { padding: 1rem 1.25rem .9rem; border-bottom: 1px solid var(--line); }
.feature h2 { font-size: 1.15rem; line-height: 1.35; overflow-wrap: anywhere; }
.where { color: var(--quiet); font-size: .86rem; overflow-wrap: anywhere; }
.about { color: var(--quiet); margin-top: .5rem; white-space: pre-line; overflow-wrap: anywhere; }
.rule > h3 { font-size: .92rem; padding: .7rem 1.25rem .5rem; background: var(--soft); border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.rule > h3 span { color: var(--quiet); font-weight: 400; }
.scenario { border-bottom: 1px solid var(--line); }
.feature > .scenario:last-child, .rule:last-child > .scenario:last-child { border-bottom: 0; }
.scenario.failed { box-shadow: inset 3px 0 var(--failed); }
.scenario.undefined { box-shadow: inset 3px 0 var(--undefined); }
summary { list-style: none; cursor: pointer; padding: .6rem 1.25rem; display: flex; gap: .65rem; align-items: baseline; }
summary::-webkit-details-marker { display: none; }
summary:hover { background: var(--soft); }
summary:focus-visible { outline-offset: -3px; }
summary > .icon { position: relative; top: .12em; }
summary .name { font-weight: 550; flex: 1; overflow-wrap: anywhere; }
summary .where { white-space: nowrap; }
.tag { color: var(--quiet); font-size: .8rem; border: 1px solid var(--line); border-radius: .3rem; padding: 0 .35rem; margin-left: .4rem; font-weight: 400; white-space: nowrap; }
.steps { list-style: none; margin: 0; padding: .1rem 1.25rem 1rem 2.9rem; }
.steps > li { padding: .16rem 0; overflow-wrap: anywhere; }
.line { display: flex; gap: .6rem; align-items: baseline; }
.line > .icon { position: relative; top: .12em; }
.steps .skipped .line { color: var(--quiet); }
.keyword { font-weight: 650; }
.argument { color: var(--argument); }
.skipped .argument { color: inherit; }
.attached { margin: .35rem 0 .5rem 1.6rem; background: var(--soft); border-radius: .4rem; padding: .6rem .8rem; overflow: auto; line-height: 1.45; tab-size: 4; }
table.attached { border-collapse: collapse; padding: 0; display: block; width: fit-content; max-width: calc(100% - 1.6rem); }
table.attached td { border: 1px solid var(--line); padding: .2rem .6rem; font-family: var(--mono); font-size: .88em; white-space: pre-wrap; }
table.attached tr:first-child td { font-weight: 650; }
.why { margin: .45rem 0 .7rem 1.6rem; border: 1px solid var(--failed); border-radius: .4rem; overflow: hidden; }
.undefined > .why { border-color: var(--undefined); }
.why > p { padding: .55rem .8rem; background: var(--failed-soft); white-space: pre-wrap; }
.undefined > .why > p { background: var(--undefined-soft); }
.why > p.legend { background: none; }
.difference { margin: 0; padding: .5rem 0; overflow: auto; line-height: 1.5; border-top: 1px solid var(--line); }
.difference .row { display: block; padding: 0 .8rem; white-space: pre-wrap; }
.difference .missing { background: var(--failed-soft); color: var(--failed); }
.difference .unexpected { background: var(--passed-soft); color: var(--passed); }
.legend { color: var(--quiet); font-size: .84rem; padding: .35rem .8rem; border-top: 1px solid var(--line); }
.errors { border-color: var(--failed); }
.errors pre { margin: .6rem 1.25rem 1rem; padding: .6rem .8rem; background: var(--failed-soft); border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.excerpt { background: var(--soft); }
.errors .excerpt { background: var(--soft); white-space: pre; overflow: auto; }
.excerpt .here { color: var(--failed); font-weight: 650; }
.coverage table { width: 100%; border-collapse: collapse; table-layout: fixed; }
.coverage th:nth-child(1) { width: 38%; } .coverage th:nth-child(2) { width: 6rem; } .coverage th:nth-child(3) { width: 9rem; }
.coverage th, .coverage td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.coverage th:first-child, .coverage td:first-child { padding-left: 1.25rem; }
.coverage tr:last-child td { border-bottom: 0; }
.coverage th { color: var(--quiet); font-size: .84rem; font-weight: 550; }
.coverage .amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.coverage .meter { display: block; width: 7rem; height: .5rem; border-radius: .25rem; background: var(--soft); margin-top: .45rem; }
.meter rect { fill: var(--passed); } .meter.partly rect { fill: var(--undefined); }
.coverage ul { margin: 0; padding-left: 1rem; } .coverage code { white-space: pre-wrap; }
.nothing { padding: 2.5rem 1.25rem; text-align: center; color: var(--quiet); }
footer { color: var(--quiet); font-size: .86rem; border-top: 1px solid var(--line); }
footer .wide { padding-top: 1rem; padding-bottom: 2rem; }

@media (max-width: 56rem) {
  .page { grid-template-columns: minmax(0, 1fr); }
  nav { position: static; max-height: none; }
  .wide { padding-left: 1rem; padding-right: 1rem; }
  .steps { padding-left: 1.25rem; }
  .coverage :is(th, td):nth-child(3) { display: none; }
}
@media print {
  :root { --page: #fff; --card: #fff; }
  body { font-size: 10pt; }
  .filter, nav { display: none; }
  .page { display: block; }
  .feature { overflow: visible; border-radius: 0; }
  .scenario { break-inside: avoid; }
  .head, .rule > h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  * { print-color-adjust: exact; }
}
)css";

/// SHA-256 of the sheet in base64; the test report.test_results_html_needs_nothing_else says the right one.
constexpr std::string_view k_hash = "'sha256-Ddg/hSTyVqVG5NWC4J25B3NVxBplq1ZtxPHYYfuzuWw='";

}  // namespace

std::string_view html_style() {
    return k_style;
}

std::string_view html_style_hash() {
    return k_hash;
}

}  // namespace spile::engine::scenario
