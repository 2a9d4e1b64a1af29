import type { checkClasses } from '../core/check-settings.ts';
import { findCriteria } from '../core/find-criterion.ts';
import type { Counts } from '../core/rules/rule.ts';
import { type Criterion, countsWithin, isGroup, type RuleRef, type ScoreTable } from '../core/score-table.ts';
import type { TableEdit } from '../core/table-edit.ts';
import { nodesOf, placeOf } from '../core/table-edit.ts';
import { byHand } from '../core/table-rules.ts';
import type { SettingsPart } from '../core/table-settings.ts';
import { readAddition, withoutNameWord } from '../text/corrections.ts';
import { criterionKey } from '../text/criterion-key.ts';
import { criterionWords, withoutPointWord } from '../text/criterion-words.ts';
import { capitalised, clean, clip, fold } from '../text/fold.ts';
import { parsePoints } from '../text/points.ts';
import { ruleHint } from '../text/rule-hints.ts';
import { readSettingsWords, type SettingsWords } from '../text/table-settings-words.ts';
import { tableWords } from '../text/table-words.ts';

/** Characters of a criterion's name. */
const NAME_MAX = 500;

export type Correction =
  | { kind: 'edit'; edit: TableEdit; no: string }
  | { kind: 'show'; node: Criterion }
  | { kind: 'list' | 'settings' | 'undo' }
  | { kind: 'unclear'; part: SettingsPart | 'cap'; words: string }
  | { kind: 'rivals'; problems: ReturnType<typeof checkClasses> }
  | { kind: 'cap_of_group'; place: string }
  | { kind: 'no_such'; typed: string }
  | { kind: 'several'; typed: string; places: string[] }
  | { kind: 'no_parent'; no: string }
  | { kind: 'taken'; no: string }
  | { kind: 'not_understood' };

/** `II.3`, `II.3 tối đa 5`, `II.3 mỗi vụ trừ 0,5`, `II.3 xóa`, `thêm II.5 Nội dung, 5 điểm`, `tổng 110`. */
export function readTableText(text: string, table: ScoreTable): Correction {
  const said = fold(clean(text));
  if (tableWords.list.test(said)) return { kind: 'list' };
  if (tableWords.undo.test(said)) return { kind: 'undo' };
  const settings = readSettingsWords(text, table);
  if (settings) return ofSettings(settings, table);
  const added = readAddition(text);
  if (added !== null) return addition(added, table);
  const total = tableWords.total.exec(said)?.[1];
  if (total !== undefined) {
    const points = pointsIn(total);
    return points === null
      ? { kind: 'not_understood' }
      : { kind: 'edit', edit: { kind: 'table_max', points }, no: '' };
  }
  const title = tableWords.title.exec(clean(text))?.[1];
  if (title) return { kind: 'edit', edit: { kind: 'table_name', name: clip(title, NAME_MAX) }, no: '' };
  const { no, behind } = criterionWords(text);
  if (no === '') return { kind: 'not_understood' };
  const [node, ...others] = findCriteria(table, no);
  if (!node) return /\d|^[ivxlc]+$/i.test(no) ? { kind: 'no_such', typed: no } : { kind: 'not_understood' };
  if (others.length > 0)
    return { kind: 'several', typed: no, places: [node, ...others].map(one => placeOf(table, one.key)) };
  if (behind === '') return { kind: 'show', node };
  const edit = editOf(node, behind, table);
  return edit ? { kind: 'edit', edit, no: node.no } : { kind: 'not_understood' };
}

function ofSettings(read: SettingsWords, table: ScoreTable): Correction {
  switch (read.kind) {
    case 'settings':
      return { kind: 'edit', edit: read, no: '' };
    case 'show':
      return { kind: 'settings' };
    case 'cap': {
      const { no, of, points } = read;
      if (no === null) return { kind: 'edit', edit: { kind: 'cap', key: null, of, points }, no: '' };
      const [node, another] = findCriteria(table, no);
      if (!node || another) return { kind: 'no_such', typed: no };
      if (!isGroup(node)) return { kind: 'cap_of_group', place: placeOf(table, node.key) };
      return { kind: 'edit', edit: { kind: 'cap', key: node.key, of, points }, no: node.no };
    }
    default:
      return read;
  }
}

/** What is said of one criterion: points, what it counts as, a rule as a sentence, "xóa", or else its name. */
export function editOf(node: Criterion, words: string, table: ScoreTable): TableEdit | null {
  const { key } = node;
  const said = fold(clean(words)).replace(/[ .!]+$/, '');
  if (tableWords.drop.test(said)) return { kind: 'drop', key };
  const counts = tableWords.counts[said];
  if (counts) return { kind: 'counts', key, counts };
  const points = pointsIn(tableWords.max.exec(said)?.[1] ?? withoutPointWord(said));
  if (points !== null) return { kind: 'max', key, points };
  const named = withoutNameWord(clean(words));
  if (named !== clean(words)) return { kind: 'rename', key, name: capitalised(clip(named, NAME_MAX)) };
  if (!isGroup(node)) {
    const rule = ruleIn(words, node, countsOf(table, node));
    if (rule) return { kind: 'rule', key, ...rule };
  }
  return null;
}

function ruleIn(words: string, node: Criterion, counts: Counts) {
  const said = fold(clean(words)).replace(/[ .!]+$/, '');
  const plain = tableWords.rules[said];
  if (plain) return { rule: plain === 'manual' ? byHand : ruleOf(plain), open: [] };
  const hint = ruleHint(words, { max: node.max, counts });
  return hint ? { rule: hint.rule, open: hint.open } : null;
}

const ruleOf = (id: string): RuleRef => ({ id, version: 1, params: {} });

/** How it counts, the groups above considered. */
function countsOf(table: ScoreTable, wanted: Criterion): Counts {
  const visit = (list: readonly Criterion[], above: Counts): Counts | null => {
    for (const one of list) {
      const own = countsWithin(above, one);
      if (one.key === wanted.key) return own;
      const within = isGroup(one) ? visit(one.children, own) : null;
      if (within) return within;
    }
    return null;
  };
  return visit(table.children, 'base') ?? 'base';
}

/** The number says where: `II.5` goes into II, `V` beside the groups. */
function addition(words: string, table: ScoreTable): Correction {
  const asGroup = tableWords.group.test(words);
  const { no, behind } = criterionWords(words.replace(tableWords.group, '').replace(tableWords.into, ''));
  const [, name = '', amount = ''] = tableWords.added.exec(behind) ?? [];
  const max = pointsIn(withoutPointWord(fold(amount)));
  if (no === '' || clean(name) === '' || max === null) return { kind: 'no_parent', no: clip(no, 20) };
  const steps = no.split('.');
  const last = steps.pop() ?? no;
  const above = steps.join('.');
  const found = above === '' ? [] : findCriteria(table, above);
  const parent = found.find(isGroup);
  if (above !== '' && (!parent || found.length > 1)) return { kind: 'no_parent', no };
  // Numbered on as its neighbours are: `3.4` among `3.1` to `3.3`, `5` among `1` to `4`.
  const dotted = parent?.children.some(one => one.no.startsWith(`${parent.no}.`)) === true;
  const own = dotted ? `${parent?.no}.${last}` : last;
  const beside = parent?.children ?? table.children;
  if (beside.some(one => fold(one.no) === fold(own))) return { kind: 'taken', no };
  const used = new Set(nodesOf(table).map(one => one.key));
  const { key } = criterionKey(parent ? `${parent.key}/` : '', own, `at.${used.size + 1}`);
  const free = used.has(key) ? `${key.slice(0, 56)}_${used.size + 1}` : key;
  const added = { key: free, under: parent?.key ?? null, no: own, max, name: named(name) };
  const edit: TableEdit = asGroup
    ? { kind: 'add_group', ...added }
    : { kind: 'add', counts: 'base', ...added };
  return { kind: 'edit', edit, no: own };
}

const named = (words: string) => capitalised(clip(clean(words), NAME_MAX));

function pointsIn(words: string) {
  const read = parsePoints(words);
  return read.kind === 'points' && read.points >= 0 ? read.points : null;
}
