import { z } from 'zod';
import { postponedTo } from '../src/core/speaking-time.ts';
import { bySentence, standingOf, type Target, type TargetStanding } from '../src/core/target.ts';
import type { Choice } from '../src/dialogues/dialogue.ts';
import { fold } from '../src/text/fold.ts';
import { readNumbered } from '../src/text/numbered.ts';
import { unitsGiven } from '../src/text/target-line.ts';
import { targetText } from '../src/text/targets.ts';
import { type Call, defineCommand, type Reply } from './command.ts';
import { isLead, saying, yearOf } from './reply.ts';
import { refOf, reportersOf, targetConversation } from './target-talk.ts';

/** Targets on a page; a sentence with several is not torn apart. */
const SHOWN = 8;
/** Buttons to open one; the others by number. */
const OPENED = 6;

function pages(groups: readonly TargetStanding[][]): TargetStanding[][][] {
  const found: TargetStanding[][][] = [];
  for (const group of groups) {
    const last = found.at(-1);
    if (last && last.flat().length + group.length <= SHOWN) last.push(group);
    else found.push([group]);
  }
  return found;
}

/** Units that answer for something and have reported nothing of it. */
function silentUnits(standings: readonly TargetStanding[]) {
  const units = new Map<string, { unitId: string; unit: string; targets: Target[] }>();
  for (const { target, units: owners } of standings)
    for (const { unit, report } of owners)
      if (!report) {
        const { unitId, unitName } = unit;
        const known = units.get(unitId) ?? { unitId, unit: unitName, targets: [] };
        units.set(unitId, { ...known, targets: [...known.targets, target] });
      }
  return [...units.values()];
}

function list(standings: readonly TargetStanding[], page: number, call: Call): Reply {
  const all = pages(bySentence(standings));
  const shown = all[page] ?? [];
  const silent = isLead(call) ? silentUnits(standings).length : 0;
  const open = shown.flat().slice(0, OPENED);
  const last: Choice[] = [
    ...(silent > 0 ? [{ id: 'chi_tieu chua', label: targetText.silentLabel(silent) }] : []),
    ...(page + 1 < all.length ? [{ id: `chi_tieu trang ${page + 2}`, label: targetText.more }] : []),
  ];
  const lines = targetText.list(call.bloc?.name ?? '', yearOf(call), shown, standings.length);
  return saying(lines, [
    ...open.map(one => [targetText.open(one.target)]),
    ...(last.length > 0 ? [last] : []),
  ]);
}

function open(one: TargetStanding, call: Call): Reply {
  const may = reportersOf(one.target, call).length > 0;
  const lines = targetText.shown(call.bloc?.name ?? '', one, isLead(call));
  return saying(lines, may ? [[targetText.report(one.target)]] : []);
}

function silent(standings: readonly TargetStanding[], call: Call): Reply {
  if (!isLead(call)) return saying(targetText.leadOnly());
  const rows = silentUnits(standings);
  const lines = targetText.silent(
    call.bloc?.name ?? '',
    rows.map(({ unit, targets }) => ({ unit, numbers: targets.map(one => one.no) })),
  );
  return saying(lines, rows.length > 0 ? [[targetText.ask(rows.length)]] : []);
}

/** By the lead's hand, never in quiet hours. */
async function ask(standings: readonly TargetStanding[], call: Call): Promise<Reply> {
  const { ports, now } = call;
  if (!isLead(call)) return saying(targetText.leadOnly());
  if (postponedTo(ports.policy, now, await ports.calendar())) return saying(targetText.quiet());
  const { units } = await ports.reach();
  const reached = (unitId: string) => units.has(unitId);
  const rows = silentUnits(standings);
  const [told, untold] = [rows.filter(one => reached(one.unitId)), rows.filter(one => !reached(one.unitId))];
  for (const { unitId, targets } of told) {
    const lines = targetText.asking(call.bloc?.name ?? '', targets);
    const choices = targets.slice(0, OPENED).map(one => [targetText.open(one)]);
    ports.tell({ kind: 'unit', unitId }, { lines, choices });
  }
  const subject = { subject: 'season', subjectId: call.bloc?.season?.id ?? '' } as const;
  ports.audit({ action: 'target.asked', ...subject, detail: { units: told.length } });
  const names = (some: typeof rows) => some.map(one => one.unit);
  return saying(targetText.asked(names(told), names(untold)));
}

/** `chi_tieu 3` or `t_…` opens one; a figure behind it is reported, `giao` and units give it to them. */
export const chiTieu = defineCommand({
  name: 'chi_tieu',
  says: ['chỉ tiêu', 'tiến độ chỉ tiêu', 'báo số liệu', 'số liệu chỉ tiêu', 'cập nhật chỉ tiêu'],
  summary: 'Chỉ tiêu của năm: mức đề ra, số liệu đến nay, đơn vị chưa báo; báo số liệu',
  example: '/chi_tieu 1 12,5 đến 30/6, theo Báo cáo 15/BC-KT',
  roles: 'member',
  where: 'private',
  year: 'first',
  args: z.string(),
  conversation: targetConversation,
  run: async (words, call) => {
    const year = yearOf(call);
    const standings = (await call.ports.year.targets.list()).map(one => standingOf(one, year, call.today));
    const said = fold(words);
    const [, page] = /^trang (\d{1,3})$/.exec(said) ?? [];
    if (said === '' || page) return list(standings, Number(page ?? 1) - 1, call);
    if (/^(?:don vi )?chua(?: bao(?: cao)?)?$/.test(said)) return silent(standings, call);
    if (said === 'nhac') return ask(standings, call);
    const [, verb, ref] = /^(?:(bao) )?(t_[a-z\d]{12})$/.exec(words) ?? [];
    const { number = '', rest = '' } = readNumbered(words) ?? {};
    const one = standings.find(({ target }) => (ref ? refOf(target) === ref : String(target.no) === number));
    if (!one) return saying(targetText.unknown(words));
    if (verb) return { kind: 'begin', words: `bao ${refOf(one.target)}` };
    const units = unitsGiven(rest);
    if (units && one.target.scope === 'each_unit') return saying(targetText.eachUnit(one.target));
    if (units) return { kind: 'begin', words: `giao ${refOf(one.target)} ${units}` };
    return rest === '' ? open(one, call) : { kind: 'begin', words: `bao ${refOf(one.target)} ${rest}` };
  },
});
