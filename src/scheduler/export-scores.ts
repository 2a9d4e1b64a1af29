import { ballots } from '../../db/ballots.ts';
import { blocHead } from '../../db/blocs.ts';
import { keepFile } from '../../db/inbox-files.ts';
import { loadScoring } from '../../db/scoring.ts';
import type { Tx } from '../../db/tx.ts';
import { hasResult } from '../core/ballot/decision.ts';
import { dayOf } from '../core/day.ts';
import type { ArchiveExport, ExportItem, MeetingExport, ReportsExport } from '../core/export-item.ts';
import { leafNumbers } from '../core/find-criterion.ts';
import type { Message } from '../core/message.ts';
import { leaves } from '../core/score-table.ts';
import { heldVerdicts, verifierOf } from '../core/scoring.ts';
import type { Scoring } from '../core/scoring-facts.ts';
import { tallyAt } from '../core/scoring-tally.ts';
import type { Tally } from '../core/tally-result.ts';
import { minutesDocument } from '../documents/minutes.ts';
import { DOCX } from '../documents/official-paper.ts';
import { PNG } from '../documents/picture.ts';
import { groupsPicture, rankingPicture } from '../documents/ranking-picture.ts';
import { scoreWorkbook } from '../documents/score-workbook.ts';
import { XLSX } from '../documents/workbook.ts';
import { ballotMinutes } from '../text/ballot-result.ts';
import { formatInstant } from '../text/days.ts';
import { minutesText } from '../text/minutes.ts';
import { formatPoints } from '../text/points.ts';
import {
  byPlace,
  className,
  decidedLines,
  groupsShown,
  knockoutReason,
  outWord,
  rankingShown,
  resultWord,
} from '../text/ranking.ts';
import { scoreExportText } from '../text/score-exports.ts';
import { scoreBookText } from '../text/score-sheets.ts';
import { emptyTable, type MadeFile, sheetToFill } from './blank-sheets.ts';
import { loadFacts } from './facts.ts';

type ScoresExport = Exclude<ExportItem, ReportsExport | MeetingExport | ArchiveExport>;

/** Pictures, the workbook and the minutes of the scores as they stand now, or stood at publication. */
export async function exportScores(tx: Tx, blocId: number, item: ScoresExport, now: Date): Promise<Message> {
  const facts = await loadFacts(tx, blocId, now);
  const head = await blocHead(tx, item.seasonId);
  const today = dayOf(now);
  const scoring =
    facts &&
    head &&
    (await loadScoring(tx, {
      ...{ seasonId: item.seasonId, today, now, rules: facts.plan.policy, calendar: facts.calendar },
    }));
  if (item.what === 'table_template') return kept(tx, blocId, await emptyTable(), now);
  if (!scoring || !head) return scoreExportText.nothing();
  if (item.what === 'score_sheet')
    return kept(tx, blocId, await sheetToFill(scoring, item.unitId, head.year), now);
  const counted = (await ballots(tx, { seasonIds: [item.seasonId] })).toReversed();
  const voted = counted.filter(hasResult).map(ballotMinutes);
  const made = await make({ scoring, head, item, now, voted });
  return made ? kept(tx, blocId, made, now) : scoreExportText.nothing();
}

async function kept(tx: Tx, blocId: number, made: MadeFile, now: Date): Promise<Message> {
  const sha256 = await keepFile(tx, blocId, made.bytes, now);
  return { lines: made.lines, file: { sha256, name: made.name, mime: made.mime } };
}

interface Given {
  scoring: Scoring;
  head: { name: string; councilName: string; councilArea: string; year: number };
  item: Exclude<ScoresExport, { what: 'table_template' | 'score_sheet' }>;
  now: Date;
  /** The counted ballots of the year, in words. */
  voted: string[][];
}

async function make({ scoring, head, item, now, voted }: Given) {
  const { table, standing } = scoring;
  const { year, name: bloc } = head;
  const published = standing.published;
  const state = published
    ? ({ kind: 'published', at: published.at } as const)
    : ({ kind: 'provisional', now } as const);
  const word = resultWord(state);
  const final = tallyAt(scoring, 'appeal');
  switch (item.what) {
    case 'ranking_picture': {
      const bytes = await rankingPicture(rankingShown(final, table, { bloc, year, state }));
      return { bytes, mime: PNG, ...scoreExportText.ranking(year, word) };
    }
    case 'groups_picture': {
      const unit = final.units.find(one => one.unitId === item.unitId);
      if (!unit) return null;
      const bytes = await groupsPicture(groupsShown(unit, { year, state }));
      return { bytes, mime: PNG, ...scoreExportText.groups(unit.unitName, word) };
    }
    case 'score_workbook': {
      const bytes = await scoreWorkbook({
        ...{ bloc, year, table: table.name },
        stateLine: scoreExportText.stateLine(word, formatInstant(published?.at ?? now)),
        stages: { self: tallyAt(scoring, 'self'), verified: tallyAt(scoring, 'verified'), final },
        reasonOf: (unitId, key) => changeOf(scoring, unitId, key)?.reason ?? null,
        verifierOf: unitId => verifierName(scoring, unitId),
      });
      const name = scoreBookText.fileName(bloc, year);
      return { bytes, mime: XLSX, name, lines: scoreExportText.workbook(word) };
    }
    case 'minutes': {
      const bytes = await minutesDocument({ ...minutesOf(scoring, head, final, now), ballots: voted });
      return { bytes, mime: DOCX, name: minutesText.fileName(year), lines: scoreExportText.minutes(word) };
    }
  }
}

const verifierName = (scoring: Scoring, unitId: string) => {
  const assigned = new Map(
    [...scoring.assigned].flatMap(([id, { verifierUnitId }]) =>
      verifierUnitId ? [[id, verifierUnitId]] : [],
    ),
  );
  return verifierOf(unitId, scoring.units, assigned)?.name ?? '';
};

function changeOf({ sheets }: Scoring, unitId: string, key: string) {
  const sheet = sheets.find(one => one.unitId === unitId);
  const verdict = sheet && heldVerdicts(sheet, 'appeal').get(key);
  return verdict?.ruling.kind === 'changed' ? verdict : null;
}

function minutesOf(scoring: Scoring, head: Given['head'], final: Tally, now: Date) {
  const { table, standing, units } = scoring;
  const [self, verified] = [tallyAt(scoring, 'self'), tallyAt(scoring, 'verified')];
  const at = (tally: Tally, unitId: string) => {
    const unit = tally.units.find(one => one.unitId === unitId);
    return unit && unit.counts.scored > 0 ? formatPoints(unit.points) : '–';
  };
  const rows = leaves(table);
  const pointsOf = (tally: Tally, unitId: string, key: string) => {
    const find = (nodes: Tally['units'][number]['children']): number | null => {
      for (const node of nodes) {
        if (node.key === key) return node.points;
        const within = node.kind === 'group' ? find(node.children) : null;
        if (within !== null) return within;
      }
      return null;
    };
    return find(tally.units.find(one => one.unitId === unitId)?.children ?? []);
  };
  const numbers = leafNumbers(table.children);
  const called = ({ key, no, name }: (typeof rows)[number]) => `${numbers.get(key) ?? no}. ${name}`;
  const shown = (value: number | null) => (value === null ? '–' : scoreExportText.points(value));
  const changes = final.units.flatMap(unit =>
    rows.flatMap(row => {
      const change = changeOf(scoring, unit.unitId, row.key);
      if (!change) return [];
      return [
        {
          ...{ unit: unit.unitName, criterion: called(row) },
          from: shown(pointsOf(self, unit.unitId, row.key)),
          to: shown(pointsOf(final, unit.unitId, row.key)),
          reason: change.reason ?? '',
        },
      ];
    }),
  );
  const unitName = (id: string) => units.find(unit => unit.id === id)?.name ?? '';
  return {
    ...{ councilName: head.councilName, blocName: head.name, place: head.councilArea, year: head.year },
    day: dayOf(now),
    tableName: table.name,
    max: formatPoints(table.max),
    publishedAt: standing.published ? formatInstant(standing.published.at) : null,
    units: byPlace(final).map(unit => ({
      rank: unit.rank === null ? '–' : String(unit.rank),
      name: unit.unitName,
      self: at(self, unit.unitId),
      verified: at(verified, unit.unitId),
      final: at(final, unit.unitId),
      note: unit.knockouts.length > 0 ? outWord(unit) : (className(unit.class) ?? ''),
      verifiedBy: verifierName(scoring, unit.unitId),
    })),
    decided: decidedLines(final, table),
    changes,
    notConsidered: final.units
      .filter(unit => unit.knockouts.length > 0)
      .map(unit => `${unit.unitName}: ${unit.knockouts.map(knockoutReason).join('; ')}.`),
    appeals: scoring.appeals.flatMap(one => {
      const row = rows.find(leaf => leaf.key === one.criterionKey);
      return row ? [scoreExportText.appeal(unitName(one.unitId), called(row), one)] : [];
    }),
    leadName: units.find(unit => unit.role === 'lead')?.name ?? '',
  };
}
