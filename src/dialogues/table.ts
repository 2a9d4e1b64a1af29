import type { Line } from '../core/message.ts';
import { leaves } from '../core/score-table.ts';
import { draftOfTable } from '../core/table-proposal.ts';
import { fold } from '../text/fold.ts';
import { tableTalk } from '../text/table-talk.ts';
import type { Dialogue, Input } from './dialogue.ts';
import { promptTable } from './table-prompts.ts';
import { askTable, onTablePress, onTableText } from './table-review.ts';
import {
  type ReadTable,
  type TableEffect,
  type TableFacts,
  type TableState,
  type TableStep,
  tableStateSchema,
} from './table-state.ts';

/** `/bang_diem`: a workbook is read, gone through with the lead, and only then becomes the season's score table. */
export const tableDialogue: Dialogue<TableState, TableFacts, TableEffect> = {
  kind: 'bang_diem',
  version: 1,
  state: tableStateSchema,
  migrate: () => null,
  start: facts => start(facts),
  step,
  ask: promptTable,
};

const over = (lines: Line[]): TableStep => ({
  ...{ kind: 'end', say: { lines }, effects: [] },
});

/** A table that holds for good is shown, and nothing is asked. */
function start(facts: TableFacts): TableStep {
  const { standing } = facts;
  return standing?.fixed ? over(promptTable({ at: 'start' }, facts).lines) : askTable({ at: 'start' }, facts);
}

function step(state: TableState, input: Input, facts: TableFacts): TableStep {
  const press = pressed(state, input, facts);
  if (press === 'cancel') return over(tableTalk.cancelled());
  if (press === 'later') return { kind: 'ask', state, say: { lines: tableTalk.parked() }, effects: [] };
  if (input.kind === 'files') return onFiles(state, facts);
  switch (state.at) {
    case 'start':
      return onStart(state, press, facts);
    case 'sheet': {
      const chosen = state.drafts[Number(/^sheet_(\d)$/.exec(press ?? '')?.[1] ?? Number.NaN)];
      return chosen ? askTable(reviewOf(chosen.draftId), facts) : askTable(state, facts);
    }
    default:
      if (input.kind === 'text' && press === null) return onTableText(state, input.text, facts);
      return onTablePress(state, press ?? '', facts);
  }
}

/** A button, or its label typed; null: something else. */
function pressed(state: TableState, input: Input, facts: TableFacts): string | null {
  if (input.kind === 'option') return input.id;
  if (input.kind === 'go') return input.to;
  if (input.kind === 'files') return null;
  const choices = promptTable(state, facts).choices?.flat() ?? [];
  return choices.find(({ label }) => fold(label) === fold(input.text))?.id ?? null;
}

function onStart(state: TableState, press: string | null, facts: TableFacts): TableStep {
  const { standing } = facts;
  if (press === 'template' || press === 'sheet') {
    const what = press === 'sheet' ? ('score_sheet' as const) : ('table_template' as const);
    return {
      kind: 'ask',
      state,
      say: { lines: [tableTalk.fileComing()] },
      effects: [{ kind: 'send', what }],
    };
  }
  if (press !== 'edit' || !standing) return askTable(state, facts);
  const [draftId = ''] = facts.newIds;
  const draft = draftOfTable(standing.table);
  const known = { ...facts, drafts: new Map([[draftId, draft]]) };
  const next = askTable(reviewOf(draftId), known, [tableTalk.read('', null)]);
  return { ...next, effects: [{ kind: 'keep', drafts: [{ draftId, draft, file: null }] }] };
}

const reviewOf = (draftId: string): TableState => ({ at: 'review', draftId, edits: [] });

/** A workbook takes the place of the one under review, whose draft stays. */
function onFiles(state: TableState, facts: TableFacts): TableStep {
  const { incoming, standing } = facts;
  if (standing?.fixed) return over(tableTalk.fixed(standing.version));
  const [one, another] = incoming;
  if (!one || another) return askTable(state, facts, [tableTalk.oneFile()]);
  const { tables, problem, file } = one;
  if (!tables) return askTable(state, facts, [tableTalk.unreadable(file.name, problem)]);
  const drafts = draftsOf(one, facts.newIds);
  const [first, second] = drafts;
  if (!first) return askTable(state, facts, [tableTalk.noTable(file.name)]);
  const effects: TableEffect[] = [{ kind: 'keep', drafts }];
  if (second) {
    const shown = drafts.map(({ draftId, draft }) => ({
      ...{ draftId, sheet: draft.sheet ?? '', criteria: leaves(draft.table).length },
    }));
    return { ...askTable({ at: 'sheet', drafts: shown }, facts), effects };
  }
  const known = { ...facts, drafts: new Map([[first.draftId, first.draft]]) };
  const next = askTable(reviewOf(first.draftId), known, [tableTalk.read(file.name, first.draft.sheet)]);
  return { ...next, effects };
}

function draftsOf({ tables, file }: ReadTable, newIds: readonly string[]) {
  return (tables ?? []).flatMap((draft, n) => {
    const draftId = newIds[n];
    return draftId === undefined ? [] : [{ draftId, draft, file }];
  });
}
