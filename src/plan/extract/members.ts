import type { Document } from '../document/document.ts';
import { type Fact, type Quote, quoteOf } from '../evidence.ts';
import { type MemberList, memberLists } from './member-list.ts';
import { type Role, type RoleSaid, rolesIn } from './roles.ts';
import { splitNames, startsUnit, unitKey, unitMeant, unitName } from './unit-names.ts';

export interface Member {
  key: string;
  name: string;
  role: Role | null;
  aliases: string[];
  from: Quote;
  roleFrom: Quote | null;
  /** The text names it as lead or deputy only. */
  listed: boolean;
  /** Known by the office of a person who acts for it. */
  inferred: boolean;
}

export interface Members {
  units: Member[];
  list: MemberList | null;
  /** More than one bloc is laid out: none of them is this plan's. */
  several: MemberList[];
  /** The end of a name, which the recipients settled or left open. */
  boundary: { quote: Quote; name: string; confirmed: boolean } | null;
  evidence: Fact<string> | null;
}

const RECIPIENT = /^[\s\-–+•.]+|\s*\([^)]*\)|[\s.;,:]+$/g;

/** The bloc's units with their roles: list, headings and sentences of the whole text together. */
export function membersOf(document: Document, year: number | null): Members {
  const lists = memberLists(document);
  const several = distinct(lists);
  const list =
    several.length > 1 ? null : (lists.toSorted((a, b) => b.units.length - a.units.length)[0] ?? null);
  const units: Member[] = [];
  for (const { name, folded, role, from, slip } of list?.units ?? []) {
    const key = unitKey(folded);
    if (units.some(unit => unit.key === key)) continue;
    units.push({
      ...{ key, name, role, from, aliases: slip ? [slip] : [], listed: true, inferred: false },
      roleFrom: role ? from : null,
    });
  }
  const boundary = list?.runsOn ? settleBoundary(units, list, document) : null;
  const roles = rolesIn([...document.body, ...document.annex], year);
  for (const said of several.length > 1 ? [] : roles) addRole(units, said, list !== null);
  for (const clerk of several.length > 1 ? [] : clerksIn(document, units)) units.push(clerk);
  return {
    units: onlyOneLead(units),
    list,
    several: several.length > 1 ? several : [],
    boundary,
    evidence: list
      ? { value: list.units.map(unit => unit.name).join(', '), from: list.from, confidence: 'certain' }
      : null,
  };
}

/** Lists of different blocs share no unit. */
function distinct(lists: readonly MemberList[]): MemberList[] {
  const kept: { list: MemberList; keys: Set<string> }[] = [];
  for (const list of lists) {
    const keys = new Set(list.units.map(unit => unitKey(unit.folded)));
    if (!kept.some(one => [...keys].some(key => one.keys.has(key)))) kept.push({ list, keys });
  }
  return kept.map(one => one.list);
}

/** "… đầu tư xây dựng xây dựng Kế hoạch": the recipients tell where the name ends. */
function settleBoundary(units: Member[], list: MemberList, document: Document): Members['boundary'] {
  const last = units.at(-1);
  if (!last || !list.runsOn) return null;
  const named = document.recipients.map(line => unitKey(line.folded.replace(RECIPIENT, '').trim()));
  const confirmed = named.includes(last.key);
  return { quote: list.runsOn, name: last.name, confirmed };
}

const CLERK = /^\W*(?:don vi\s+)?(?:thu ky|uy vien|thuong truc)(?:\s+(?:khoi|cum))?\s*:\s*/;

/** "Thư ký: Trường B" beside "Cụm trưởng: Trường A": a member without another role. */
function clerksIn({ body }: Document, known: readonly Member[]): Member[] {
  const lines = new Set(known.map(unit => unit.from.line));
  return body.flatMap((section, at) => {
    const length = CLERK.exec(section.folded)?.[0].length ?? 0;
    const beside = [body[at - 1], body[at + 1]].some(other => other && lines.has(quoteOf(other).line));
    if (length === 0 || !beside || !startsUnit(section.text.slice(length), section.folded.slice(length)))
      return [];
    return splitNames(section.text.slice(length), section.folded.slice(length))
      .filter(part => startsUnit(part.text, part.folded) && unitMeant(part.folded, known) === null)
      .map(part => ({
        ...{ key: unitKey(part.folded), name: unitName(part.text), role: null, aliases: [], roleFrom: null },
        ...{ from: quoteOf(section), listed: true, inferred: false },
      }));
  });
}

function addRole(units: Member[], said: RoleSaid, listed: boolean): void {
  const known = unitMeant(said.folded, units);
  if (known) {
    if (known.role === null) {
      known.role = said.role;
      known.roleFrom = said.from;
    }
    const alias = unitName(said.name);
    if (alias !== known.name && !known.aliases.includes(alias)) known.aliases.push(alias);
    return;
  }
  if (units.some(unit => unit.role === said.role && said.role === 'trưởng khối')) return;
  units.push({
    key: unitKey(said.folded),
    name: unitName(said.name),
    role: said.role,
    aliases: [],
    from: said.from,
    roleFrom: said.from,
    listed: !listed,
    inferred: said.ofPerson,
  });
}

/** The first that the text names as lead keeps the role. */
function onlyOneLead(units: readonly Member[]): Member[] {
  const lead = units.find(unit => unit.role === 'trưởng khối');
  return units.map(unit =>
    unit.role === 'trưởng khối' && unit !== lead ? { ...unit, role: null, roleFrom: null } : unit,
  );
}
