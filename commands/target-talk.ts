import { unitsActedFor } from '../src/core/bloc.ts';
import { oddnessOf, reportedOf } from '../src/core/odd-value.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { elapsedShare, lightOf, type Target } from '../src/core/target.ts';
import {
  type ComposeEffect,
  type ComposeFacts,
  type ComposeWay,
  composeDialogue,
} from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { composeText } from '../src/text/compose.ts';
import { namesNobody, readReportLine } from '../src/text/target-line.ts';
import { targetText } from '../src/text/targets.ts';
import { nameOf, readWho } from '../src/text/who-words.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead, yearOf } from './reply.ts';

/** Characters. */
const MOST = 500;

export const refOf = (one: Pick<Target, 'id'>) => shortRef('t', one.id);

interface Reporter {
  unitId: string | null;
  name: string | null;
}

/** For whom this person may report it: his units among the owners; the lead for the bloc as well. */
export function reportersOf(target: Target, call: Call): Reporter[] {
  if (target.counted) return [];
  const mine = unitsActedFor(call.actor?.posts ?? []);
  const own = target.owners
    .filter(({ unitId }) => mine.includes(unitId))
    .map(({ unitId, unitName: name }) => ({ unitId, name }));
  const whole = isLead(call) && target.scope === 'bloc' ? [{ unitId: null, name: null }] : [];
  return [...own, ...whole];
}

const shareOf = (target: Target, call: Call) => elapsedShare(target, yearOf(call), call.today);

interface Facts extends ComposeFacts {
  about: Target;
  what: 'report' | 'assign';
}

/** `bao t_…`, `giao t_…`, with words behind it. */
const TARGET = /^(bao|giao) (t_[a-z\d]{12})(?:\s+([\s\S]*))?$/;

async function load(
  call: Call,
  words: string,
  saved: { target: string | null } | null,
): Promise<{ facts: Facts } | { refusal: Say }> {
  const [, verb = '', ref = '', line = ''] = TARGET.exec(saved?.target ?? words) ?? [];
  const about = (await call.ports.year.targets.list()).find(one => refOf(one) === ref);
  if (!about) return { refusal: { lines: targetText.unknown('') } };
  const common = { words: saved ? '' : line, target: `${verb} ${ref}`, about };
  if (verb === 'giao') {
    if (!isLead(call)) return { refusal: { lines: targetText.leadOnly() } };
    return { facts: { ...common, what: 'assign', ...(await assigning(about, call)) } };
  }
  const reporters = reportersOf(about, call);
  if (reporters.length === 0) return { refusal: { lines: targetText.notYours(about) } };
  return { facts: { ...common, what: 'report', ...reporting(about, reporters, call) } };
}

/** A way for each unit the person speaks for, or for each reading of the figure. */
function waysOf(values: readonly number[], reporters: readonly Reporter[], about: Target): ComposeWay[] {
  const several = reporters.length > 1;
  return reporters.flatMap((reporter, r) =>
    values.map((value, v) => {
      const odd = oddnessOf(about, value, reportedOf(about, reporter.unitId)) !== null;
      const who = several ? (reporter.name ?? targetText.wholeBloc) : null;
      return { id: `save_${r}_${v}`, label: targetText.save(about, value, who, odd) };
    }),
  );
}

/** Of the readings of a figure those that are far off, whoever of these reports it. */
const oddValues = (values: readonly number[], reporters: readonly Reporter[], about: Target) =>
  values.flatMap(value => {
    const [why] = reporters.flatMap(one => oddnessOf(about, value, reportedOf(about, one.unitId)) ?? []);
    return why ? [{ value, why }] : [];
  });

function reporting(
  about: Target,
  reporters: readonly Reporter[],
  call: Call,
): Pick<Facts, 'question' | 'preview'> {
  return {
    question: () => targetText.question(about),
    preview: ({ text, file }) => {
      const { values, asOf, badDay, source } = readReportLine(text, call.today, about);
      const [value] = values;
      if (value === undefined) return { lines: targetText.noValue(about), ways: [] };
      if (badDay) return { lines: targetText.badDay(badDay), ways: [] };
      const who = reporters.length === 1 ? (reporters[0]?.name ?? null) : null;
      const given = { who, value, asOf: asOf ?? call.today, source, file: file?.name ?? null };
      const light = lightOf(about, value, shareOf(about, call));
      return {
        lines: targetText.preview(about, given, light, oddValues(values, reporters, about)),
        ways: waysOf(values, reporters, about),
      };
    },
  };
}

/** Unit ids; null where a name is nobody's. */
async function assigned(text: string, call: Call): Promise<string[] | null> {
  const units = await call.ports.deadlines.units();
  if (namesNobody(text)) return [];
  const who = readWho(text, units, true);
  if (who?.kind === 'all' || who?.kind === 'both') return units.map(one => one.id);
  if (who?.kind === 'bloc') return [];
  return who?.unitIds ?? null;
}

async function assigning(about: Target, call: Call): Promise<Pick<Facts, 'question' | 'preview'>> {
  const units = await call.ports.deadlines.units();
  const names = new Map(units.map(one => [one.id, nameOf(one)]));
  return {
    question: () => targetText.previewAssign(about, []),
    preview: ({ text }) => {
      const who = namesNobody(text) ? ({ kind: 'bloc' } as const) : readWho(text, units, true);
      if (!who) return { lines: targetText.noUnits(text), ways: [] };
      const ids = who.kind === 'units' ? who.unitIds : who.kind === 'bloc' ? [] : units.map(one => one.id);
      const lines = targetText.previewAssign(
        about,
        ids.map(id => names.get(id) ?? ''),
      );
      return { lines, ways: [{ id: 'assign', label: targetText.assign }] };
    },
  };
}

async function report({ text, file, way }: ComposeEffect, about: Target, call: Call): Promise<Say> {
  const { ports, today } = call;
  const [, r = '0', v = '0'] = /^save_(\d+)_(\d+)$/.exec(way) ?? [];
  const reporter = reportersOf(about, call)[Number(r)];
  const { values, asOf, source } = readReportLine(text, today, about);
  const value = values[Number(v)];
  if (!reporter || value === undefined) return { lines: targetText.noValue(about) };
  const attached = file && { sha256: file.sha256, name: file.name, mime: file.mime };
  const given = { unitId: reporter.unitId, value, asOf: asOf ?? today, source, file: attached };
  await ports.year.targets.report(about, given);
  ports.audit({
    action: 'target.reported',
    subject: 'target',
    subjectId: about.id,
    detail: { no: about.no, unit: reporter.unitId, value },
  });
  const who = reporter.name ?? targetText.wholeBloc;
  const light = lightOf(about, value, shareOf(about, call));
  if (!isLead(call)) {
    const lines = targetText.arrived(call.bloc?.name ?? '', about, who, value, light);
    ports.tell({ kind: 'lead' }, { lines, choices: [[targetText.open(about)]] });
  }
  return { lines: targetText.saved(about, who, value, light) };
}

async function assign({ text }: ComposeEffect, about: Target, call: Call): Promise<Say> {
  const { ports } = call;
  const ids = await assigned(text, call);
  if (!ids) return { lines: targetText.noUnits(text) };
  await ports.year.targets.assign(about, ids);
  const detail = { no: about.no, units: ids.length };
  ports.audit({ action: 'target.assigned', subject: 'target', subjectId: about.id, detail });
  const before = about.owners.map(one => one.unitId);
  for (const unitId of ids.filter(id => !before.includes(id))) {
    const lines = targetText.given(call.bloc?.name ?? '', about);
    ports.tell({ kind: 'unit', unitId }, { lines, choices: [[targetText.report(about)]] });
  }
  const names = new Map((await ports.deadlines.units()).map(one => [one.id, nameOf(one)]));
  return {
    lines: targetText.assigned(
      about,
      ids.map(id => names.get(id) ?? ''),
    ),
  };
}

export const targetConversation = bindConversation({
  machine: composeDialogue({
    kind: 'chi_tieu',
    file: 'optional',
    fileTitle: composeText.fileTitles.chi_tieu,
    most: MOST,
  }),
  load,
  apply: async (effects: ComposeEffect[], call, { about, what }: Facts) => {
    const says: Say[] = [];
    for (const effect of effects)
      says.push(await (what === 'report' ? report(effect, about, call) : assign(effect, about, call)));
    return says;
  },
});
