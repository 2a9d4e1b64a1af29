import { z } from 'zod';
import { authorityOf } from '../src/core/bloc.ts';
import { isHandedIn } from '../src/core/deadline.ts';
import type { ScoreExport } from '../src/core/export-item.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { tableDialogue } from '../src/dialogues/table.ts';
import type { TableEffect, TableFacts, TableState } from '../src/dialogues/table-state.ts';
import { tableTalk } from '../src/text/table-talk.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';

/** Of a workbook, as many tables as a message may offer. */
const MOST_SHEETS = 7;

async function load(
  call: Call,
  words: string,
  saved: TableState | null,
): Promise<{ facts: TableFacts } | { refusal: Say }> {
  const { ports, bloc, actor } = call;
  // The conversation may have been begun while the person still led.
  if (authorityOf(actor?.posts ?? []) !== 'lead') return { refusal: { lines: tableTalk.leadOnly() } };
  if (!bloc?.season) return { refusal: { lines: tableTalk.noSeason() } };
  const live = await ports.deadlines.live();
  return {
    facts: {
      words,
      year: bloc.season.year,
      standing: await ports.tables.standing(),
      incoming: await ports.tables.incoming(),
      drafts: await ports.tables.drafts(draftsIn(saved)),
      deadlines: live
        .filter(one => isHandedIn(one.kind))
        .map(one => ({ id: one.deadlineId, title: one.title })),
      newIds: ports.tables.newIds(MOST_SHEETS),
    },
  };
}

function draftsIn(saved: TableState | null): string[] {
  if (saved === null || saved.at === 'start') return [];
  return saved.at === 'sheet' ? saved.drafts.map(one => one.draftId) : [saved.draftId];
}

async function apply(effects: TableEffect[], call: Call): Promise<Say[]> {
  const { ports, chat } = call;
  const says: Say[] = [];
  for (const effect of effects) {
    if (effect.kind === 'keep') await ports.tables.keep(effect.drafts);
    else if (effect.kind === 'send') await ports.scoring.export(exportOf(effect.what), chat.address);
    else says.push(await create(effect, call));
  }
  return says;
}

const exportOf = (what: 'table_template' | 'score_sheet'): ScoreExport =>
  what === 'score_sheet' ? { what, unitId: null } : { what };

async function create(
  { draftId, table }: Extract<TableEffect, { kind: 'create' }>,
  { ports }: Call,
): Promise<Say> {
  const made = await ports.tables.create(draftId, table);
  if (!made) return { lines: tableTalk.fixed(table.version - 1) };
  const { tableId, version, carried } = made;
  ports.audit({ action: 'table.made', subject: 'table', subjectId: tableId, detail: { version } });
  for (const { unitId, again } of carried)
    ports.tell(
      { kind: 'unit', unitId },
      {
        lines: tableTalk.unitNotice(version, again),
        choices: [[{ id: 'cham_diem', label: tableTalk.goOn }]],
      },
    );
  const sum = (of: 'kept' | 'again') => carried.reduce((so, one) => so + one[of], 0);
  return { lines: tableTalk.made(version, table, sum('kept'), sum('again')) };
}

export const bangDiem = defineCommand({
  name: 'bang_diem',
  says: ['bảng điểm', 'bảng tiêu chí', 'nạp bảng điểm', 'sửa bảng điểm', 'lập bảng điểm'],
  summary: 'Bảng điểm của năm: nạp từ Excel, xem, sửa',
  example: '/bang_diem',
  roles: 'lead',
  where: 'private',
  year: 'first',
  args: z.string(),
  conversation: bindConversation({ machine: tableDialogue, load, apply }),
  run: async words => ({ kind: 'begin', words }),
});
