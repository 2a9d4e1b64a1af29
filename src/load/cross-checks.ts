import type { LoadMistake } from '../core/load-mistake.ts';
import { fold } from '../text/fold.ts';
import { namesOfUnits, type UnitNames } from './names.ts';
import { type Outline, type OutlineCriterion, outlineOf } from './outline.ts';

/** What no single value shows: references, repetitions, the one lead. */
export function crossChecks(outline: Outline, names: UnitNames): LoadMistake[] {
  return [
    ...leads(outline),
    ...repeated(namesOfUnits(outline)).map(({ name, path, first }): LoadMistake => {
      return { path, code: 'name_twice', params: { text: name, first } };
    }),
    ...persons(outline, names),
    ...users(outline),
    ...deadlines(outline, names),
    ...criteria(outline.score_table.criteria, 'score_table.criteria'),
  ];
}

interface Named {
  name: string;
  path: string;
}

/** Those whose name an earlier one has already, as people read it. `unit`: the same unit may repeat itself. */
function repeated(all: (Named & { unit?: number })[]): (Named & { first: string })[] {
  const seen = new Map<string, Named & { unit?: number }>();
  return all.flatMap(one => {
    const key = fold(one.name);
    const first = seen.get(key);
    if (!first) seen.set(key, one);
    const other = first && (first.unit === undefined || first.unit !== one.unit);
    return other ? [{ name: one.name, path: one.path, first: first.path }] : [];
  });
}

function leads({ units }: Outline): LoadMistake[] {
  const found = units.flatMap((unit, index) => (unit.role === 'lead' ? [`units[${index}].role`] : []));
  const [first, ...more] = found;
  if (first) return more.map(path => ({ path, code: 'second_lead', params: { first } }));
  const readable = units.every(unit => ['deputy', 'member'].includes(unit.role ?? ''));
  return units.length > 0 && readable ? [{ path: 'units', code: 'no_lead' }] : [];
}

function unknownUnit(name: string | null, path: string, names: UnitNames): LoadMistake[] {
  if (!name || names.find(name) !== null) return [];
  return [{ path, code: 'unknown_unit', params: { text: name, nearest: names.nearest(name) } }];
}

function persons(outline: Outline, names: UnitNames): LoadMistake[] {
  const posts = new Map<string, string>();
  return outline.persons.flatMap(({ name, unit, role }, index) => {
    const path = `persons[${index}]`;
    const mistakes = unknownUnit(unit, `${path}.unit`, names);
    const at = unit ? names.find(unit) : null;
    const unitRole = at === null ? null : outline.units[at]?.role;
    if (role === 'clerk' && (unitRole === 'deputy' || unitRole === 'member'))
      mistakes.push({ path: `${path}.role`, code: 'clerk_not_of_lead' });
    const post = `${fold(name ?? '')}|${at}|${role}`;
    const first = posts.get(post);
    if (first && name && at !== null) mistakes.push({ path, code: 'person_twice', params: { first } });
    posts.set(post, first ?? path);
    return mistakes;
  });
}

function users(outline: Outline): LoadMistake[] {
  const seated = [
    ...outline.persons.map(({ room }, index) => ({ name: room.user, path: `persons[${index}].room.user` })),
    ...outline.room_group.guests.map(({ user }, index) => ({
      name: user,
      path: `room_group.guests[${index}].user`,
    })),
  ];
  const first = new Map<string, string>();
  return seated.flatMap(({ name, path }): LoadMistake[] => {
    if (!name) return [];
    const taken = first.get(name);
    first.set(name, taken ?? path);
    return taken ? [{ path, code: 'user_twice', params: { text: name, first: taken } }] : [];
  });
}

function deadlines(outline: Outline, names: UnitNames): LoadMistake[] {
  const titles = outline.deadlines.flatMap(({ title }, index) =>
    title ? [{ name: title, path: `deadlines[${index}].title` }] : [],
  );
  return [
    ...repeated(titles).map(({ name, path, first }): LoadMistake => {
      return { path, code: 'title_twice', params: { text: name, first } };
    }),
    ...outline.deadlines.flatMap(({ only }, index) =>
      only.flatMap((name, position) => unknownUnit(name, `deadlines[${index}].only[${position}]`, names)),
    ),
  ];
}

/** The same for a table in a file of its own. */
export function tableCrossChecks(raw: unknown): LoadMistake[] {
  return criteria(outlineOf({ score_table: raw })?.score_table.criteria ?? [], 'criteria');
}

/** Two criteria of one number would be one criterion to the score sheet. */
function criteria(found: OutlineCriterion[], path: string): LoadMistake[] {
  const numbers = found.flatMap(({ no }, index) => (no ? [{ name: no, path: `${path}[${index}].no` }] : []));
  return [
    ...repeated(numbers).map(({ name, path: at, first }): LoadMistake => {
      return { path: at, code: 'number_twice', params: { text: name, first } };
    }),
    ...found.flatMap(({ children }, index) => criteria(children, `${path}[${index}].children`)),
  ];
}
