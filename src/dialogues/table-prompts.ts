import { isGroup, type ScoreTable } from '../core/score-table.ts';
import { type TableAsk, tableAsks } from '../core/table-asks.ts';
import { editedTable, nodeAt } from '../core/table-edit.ts';
import type { RuleGap, TableDraft } from '../core/table-proposal.ts';
import { bandsOf, rivals } from '../core/table-rules.ts';
import { formatDay } from '../text/days.ts';
import { tableLabels } from '../text/table-questions.ts';
import { bandWords } from '../text/table-rules.ts';
import { tableTalk } from '../text/table-talk.ts';
import type { Choice, Say } from './dialogue.ts';
import type { TableFacts, TableState, UnderReview } from './table-state.ts';

/** A message holds eight rows of buttons. */
const MOST_ROWS = 7;

/** The table as it stands, and what is open of it. */
export function underReview(
  { draftId, edits }: UnderReview,
  { drafts }: TableFacts,
): { draft: TableDraft; table: ScoreTable; asks: TableAsk[] } | null {
  const draft = drafts.get(draftId);
  if (!draft) return null;
  return { draft, table: editedTable(draft.table, edits), asks: tableAsks(draft, edits) };
}

const choice = (id: string, label: string, tone?: Choice['tone']): Choice => ({
  id,
  label,
  ...(tone ? { tone } : {}),
});

export function promptTable(state: TableState, facts: TableFacts): Say {
  switch (state.at) {
    case 'start':
      return promptStart(facts);
    case 'sheet':
      return {
        lines: tableTalk.whichSheet(state.drafts.length),
        choices: state.drafts.map(({ sheet }, n) => [choice(`sheet_${n}`, tableLabels.short(sheet))]),
      };
    case 'review':
      return promptReview(state, facts);
    case 'question':
      return promptQuestion(state, facts);
    case 'warnings': {
      const under = underReview(state, facts);
      if (!under) return promptStart(facts);
      return {
        lines: tableTalk.warnings(under.asks.filter(ask => ask.kind !== 'sum').length, under.table),
        choices: [
          [choice('acknowledge', tableLabels.acknowledge, 'primary')],
          [choice('review', tableLabels.review)],
        ],
      };
    }
  }
}

function promptStart({ standing }: TableFacts): Say {
  const takesFiles = { topic: 'table', title: tableTalk.fileTitle() };
  const template = choice('template', tableLabels.template);
  if (!standing) return { lines: tableTalk.askFile(), takesFiles, choices: [[template]] };
  const lines = tableTalk.standing({ ...standing, madeOn: formatDay(standing.madeOn) });
  const sheet = [choice('sheet', tableLabels.sheet), template];
  if (standing.fixed) return { lines, choices: [sheet] };
  return {
    lines: [...lines, [], ...tableTalk.askFile()],
    takesFiles,
    choices: [[choice('edit', tableLabels.edit, 'primary')], sheet],
  };
}

function promptReview(state: UnderReview, facts: TableFacts): Say {
  const under = underReview(state, facts);
  if (!under) return promptStart(facts);
  const { table, asks } = under;
  return {
    lines: tableTalk.review(table, asks.length),
    choices: reviewChoices(asks.length, state.edits.length > 0),
  };
}

export function reviewChoices(asks: number, edited: boolean): Choice[][] {
  const create = choice('create', tableLabels.create, asks > 0 ? undefined : 'primary');
  return [
    ...(asks > 0 ? [[choice('answer', tableLabels.answer(asks), 'primary')]] : []),
    [create],
    [choice('list', tableLabels.list), choice('settings', tableLabels.settings)],
    [...(edited ? [choice('undo', tableLabels.undo)] : []), choice('cancel', tableLabels.cancel)],
  ];
}

function promptQuestion(state: Extract<TableState, { at: 'question' }>, facts: TableFacts): Say {
  const under = underReview(state, facts);
  const ask = under?.asks.find(one => one.id === state.ask);
  if (!under || !ask) return promptReview(state, facts);
  const rows = answersTo(ask, under.table, facts).slice(0, MOST_ROWS);
  const lines = tableTalk.question(ask, under.asks.length);
  const wants = ask.kind === 'max' ? ({ wants: 'number' } as const) : {};
  return { lines, choices: [...rows, [choice('review', tableLabels.review)]], ...wants };
}

function answersTo(ask: TableAsk, table: ScoreTable, { deadlines }: TableFacts): Choice[][] {
  const byHand = choice('by_hand', tableLabels.byHand);
  switch (ask.kind) {
    case 'max':
      return [
        ...(ask.proposed === null ? [] : [[choice('settle', tableLabels.right, 'primary')]]),
        [choice('drop', tableLabels.drop)],
      ];
    case 'line':
      return [[choice('settle', tableLabels.ignore)]];
    case 'sum':
      return [[choice('settle', tableLabels.keep(ask.max)), choice('fix', tableLabels.fix(ask.sum))]];
    case 'rule':
      return [[choice('take', tableLabels.take, 'primary'), byHand]];
    case 'gap':
      return gapAnswers(ask.gap, deadlines);
    case 'doubt': {
      const node = nodeAt(table, ask.key);
      if (!node || isGroup(node)) return [];
      const { rule } = node;
      switch (ask.doubt.code) {
        case 'day_kind':
          return workingOrNot();
        case 'bands_overlap':
          return [
            ...rivals(rule).map(n => {
              const band = bandsOf(rule)[n];
              return [choice(`band_${n}`, band ? tableLabels.short(bandWords(band)) : '')];
            }),
            [byHand],
          ];
        default:
          return [[byHand]];
      }
    }
  }
}

const workingOrNot = () => [
  [choice('calendar', tableLabels.calendar), choice('working', tableLabels.working)],
];

function gapAnswers(gap: RuleGap, deadlines: TableFacts['deadlines']): Choice[][] {
  switch (gap) {
    case 'day_kind':
      return workingOrNot();
    case 'several':
      return (['worst', 'each', 'mean'] as const).map(way => [choice(way, tableLabels[way])]);
    case 'reports':
      return [
        [choice('every_report', tableLabels.everyReport)],
        ...deadlines.map(({ title }, n) => [choice(`report_${n}`, tableLabels.short(title))]),
      ];
  }
}
