import { z } from 'zod';
import { authorityOf, type Post } from '../src/core/bloc.ts';
import { freeze } from '../src/core/frozen-facts.ts';
import type { Line } from '../src/core/message.ts';
import { openScores } from '../src/core/open-scores.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import type { ActKind, SeenPlace } from '../src/core/stage.ts';
import type { Tally } from '../src/core/tally-result.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { type PublishEffect, type PublishFacts, publishDialogue } from '../src/dialogues/publish.ts';
import { publishText } from '../src/text/publish.ts';
import { rankingText } from '../src/text/ranking.ts';
import { scoreText } from '../src/text/score.ts';
import { type Call, defineCommand } from './command.ts';
import { bindConversation } from './conversation.ts';
import { resultState, stageOfUnit, tallyNow } from './score-desk.ts';

type Loaded = PublishFacts & { scoring: Scoring; notes: Line[]; seen: SeenPlace[] };

/** Held alone: what is seen here is all there is until the turn ends. */
async function load(call: Call, words: string): Promise<{ facts: Loaded } | { refusal: Say }> {
  const { ports, actor, bloc, now, today } = call;
  const scoring = await ports.scoring.load('alone');
  if (!scoring) return { refusal: { lines: scoreText.noCriteria() } };
  const { standing, table, acts, sheets, units } = scoring;
  const { publishers, appealDays } = ports.scoring.settings;
  const tally = tallyNow(scoring);
  const calendar = await ports.calendar();
  const hasSecond = (await ports.people()).some(
    one => one.personId !== actor?.personId && authorityOf([one]) === 'lead',
  );
  const notes = rankingText.notes(tally, table);
  const left = openScores(table, tally, scoring.records);
  const points = tally.units.map(unit => `${unit.points}.${unit.rank}`).join('_');
  const versions = sheets.reduce(
    (sum, { entries, verdicts, moves }) =>
      sum + verdicts.length + moves.length + entries.reduce((all, entry) => all + entry.version, 0),
    acts.length,
  );
  return {
    facts: {
      ...{
        words,
        me: actor?.personId ?? '',
        bloc: bloc?.name ?? '',
        publishers,
        hasSecond,
        appealDays,
        scoring,
      },
      units: units.map(unit => ({ name: unit.name, stage: stageOfUnit(scoring, unit.id) })),
      ...{ selfClosed: standing.selfClosed, open: standing.open },
      ...{ proposed: standing.proposed, published: standing.published, loneAsked: standing.loneAsked },
      appealUntil: calendar.addWorkingDays(today, appealDays),
      lines: [rankingText.title(bloc?.name ?? '', resultState(scoring, now)), ...notes],
      notes,
      table: rankingText.table(tally, table),
      seen: tally.units.map(({ unitId, points, rank }) => ({ unitId, points, rank })),
      since: since(standing.proposed?.seen ?? null, tally),
      tied: tally.ranking.some(place => place.tie !== null),
      left,
      revision: `${versions}_${hash(`${points} ${JSON.stringify(left)}`)}`,
    },
  };
}

/** Short and stable; only compared, never kept. */
function hash(text: string): string {
  let value = 5381;
  for (const sign of text) value = (value * 33 + (sign.codePointAt(0) ?? 0)) % 4_294_967_291;
  return value.toString(36);
}

/** What the one who proposed did not see. */
function since(seen: readonly SeenPlace[] | null, { units }: Tally): Line[] {
  if (seen === null) return [];
  const before = new Map(seen.map(one => [one.unitId, one]));
  return units.flatMap(unit => {
    const was = before.get(unit.unitId);
    if (was && was.points === unit.points && was.rank === unit.rank) return [];
    return [publishText.differs(unit.unitName, was ?? null, unit)];
  });
}

const leadUnit = (posts: readonly Post[]) =>
  posts.find(post => post.unitRole === 'lead' && post.role !== 'member')?.unitId;

async function apply(effects: PublishEffect[], call: Call, facts: Loaded): Promise<Say[]> {
  const says: Say[] = [];
  for (const effect of effects)
    says.push(effect.kind === 'act' ? await act(effect.act, call, facts) : await setPublishers(effect, call));
  return says;
}

async function setPublishers({ publishers }: { publishers: 1 | 2 }, { ports, bloc }: Call): Promise<Say> {
  await ports.scoring.change({ ...ports.scoring.settings, publishers });
  const subject = { subject: 'bloc', subjectId: String(bloc?.blocId) } as const;
  ports.audit({ action: 'settings.changed', ...subject, detail: { item: 'publishers', value: publishers } });
  return { lines: publishText.settings(publishers) };
}

async function act(kind: ActKind, call: Call, facts: Loaded): Promise<Say> {
  const { ports, actor, bloc } = call;
  const { scoring, appealUntil } = facts;
  const unitId = leadUnit(actor?.posts ?? []);
  if (!unitId) throw new Error('publishing without acting for the lead');
  const published = kind === 'published';
  await ports.scoring.act(
    {
      ...{ tableId: scoring.tableId, seq: scoring.acts.length + 1, kind },
      appealUntil: published ? appealUntil : null,
      facts: published ? freeze(scoring.records) : kind === 'proposed' ? facts.seen : null,
    },
    unitId,
  );
  const subject = { subject: 'bloc', subjectId: String(bloc?.blocId) } as const;
  ports.audit({ action: 'scores.acted', ...subject, detail: { kind, table: scoring.tableId } });
  const { notice, done } = publishText;
  switch (kind) {
    case 'published': {
      await endSelfScores(call, scoring);
      const title = rankingText.title(facts.bloc, { kind: 'published', at: call.now });
      const say = {
        lines: [
          ...notice.published(facts.bloc, appealUntil),
          title,
          ...facts.notes,
          ...publishText.notDue(facts.left),
        ],
        table: facts.table,
      };
      ports.tell({ kind: 'units' }, say);
      ports.tell({ kind: 'groups' }, say);
      return { lines: done.published(appealUntil) };
    }
    case 'proposed': {
      const choices = [[{ id: 'cong_bo', label: publishText.labels.confirm }]];
      ports.tell({ kind: 'lead' }, { lines: notice.proposed(actor?.displayName ?? ''), choices });
      break;
    }
    case 'lone_asked': {
      const choices = [[{ id: 'cong_bo', label: publishText.labels.look }]];
      ports.tell({ kind: 'lead' }, { lines: notice.loneAsked(actor?.displayName ?? ''), choices });
      break;
    }
    case 'opened':
      ports.tell({ kind: 'units' }, { lines: notice.opened() });
      break;
    case 'self_closed':
      ports.tell({ kind: 'units' }, { lines: notice.selfClosed() });
      break;
    default:
  }
  return { lines: done[kind]() };
}

/** Nobody scores himself any more, so nobody owes it either: reminders and lists of who is late stop. */
async function endSelfScores({ ports }: Call, { records }: Scoring): Promise<void> {
  const owed = records.duties.filter(({ kind, sentAt }) => kind === 'self_score' && sentAt === null);
  if (owed.length === 0) return;
  await ports.scoring.release(owed.map(duty => duty.obligationId));
  ports.replan();
}

export const congBo = defineCommand({
  name: 'cong_bo',
  says: ['công bố', 'công bố điểm', 'công bố kết quả'],
  summary: 'Khóa tự chấm, mở điểm, công bố kết quả (hai bước, khóa điểm)',
  example: '/cong_bo',
  roles: 'lead',
  where: 'private',
  args: z.string(),
  conversation: bindConversation({ machine: publishDialogue, load, apply }),
  run: async words => ({ kind: 'begin', words }),
});
