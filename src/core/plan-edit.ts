import { z } from 'zod';
import { type Day, isDay } from './day.ts';
import { deadlineKinds } from './deadline.ts';
import { obligedParties } from './new-bloc.ts';
import { operators, type PlanItem } from './plan-draft.ts';
import { amongSchema } from './plan-owing.ts';
import { boundarySchema, everies } from './recurrence.ts';

const no = z.int().positive();
const day = z.custom<Day>(value => typeof value === 'string' && isDay(value), 'not_a_day');

/** What a lead said of an item under review. The document's record stays as it was read. */
export const planEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('drop'), no }),
  z.strictObject({ kind: z.literal('rename'), no, name: z.string() }),
  z.strictObject({
    kind: z.literal('term'),
    no,
    boundary: boundarySchema,
    every: z.enum(everies).nullable(),
    ruleText: z.string(),
  }),
  z.strictObject({
    kind: z.literal('figure'),
    no,
    operator: z.enum(operators),
    low: z.number().nullable(),
    high: z.number().nullable(),
    raw: z.string(),
  }),
  z.strictObject({ kind: z.literal('days'), no, startsOn: day, endsOn: day.nullable() }),
  z.strictObject({
    kind: z.literal('who'),
    no,
    obliged: z.enum(obligedParties),
    among: amongSchema.nullable(),
  }),
  /** Looked at and left as it is: an undated duty stays one, a doubt is none any more. */
  z.strictObject({ kind: z.literal('settle'), no }),
  z.strictObject({
    kind: z.literal('add'),
    title: z.string(),
    deadlineKind: z.enum(deadlineKinds),
    boundary: boundarySchema,
    every: z.enum(everies).nullable(),
    obliged: z.enum(obligedParties),
    among: amongSchema.nullable().default(null),
    recipient: z.string().nullable(),
    ruleText: z.string(),
  }),
]);
export type PlanEdit = z.infer<typeof planEditSchema>;

/** The items as they stand after the edits, in their order; what was added follows with the next numbers. */
export function edited(items: readonly PlanItem[], edits: readonly PlanEdit[]): PlanItem[] {
  const last = items.at(-1)?.no ?? 0;
  return edits.reduce<PlanItem[]>((now, edit) => withEdit(now, edit, last, edits), [...items]);
}

function withEdit(items: PlanItem[], edit: PlanEdit, lastRead: number, all: readonly PlanEdit[]): PlanItem[] {
  if (edit.kind === 'drop') return items.filter(item => item.no !== edit.no);
  if (edit.kind === 'add') {
    const { kind: _, ...facts } = edit;
    const nth = all.filter(one => one.kind === 'add').indexOf(edit) + 1;
    return [...items, { ...facts, kind: 'deadline', no: lastRead + nth, from: null, doubt: null }];
  }
  return items.map(item => (item.no === edit.no ? changed(item, edit) : item));
}

function changed(item: PlanItem, edit: Exclude<PlanEdit, { kind: 'drop' | 'add' }>): PlanItem {
  switch (edit.kind) {
    case 'settle':
      return { ...item, doubt: null };
    case 'rename':
      return renamed(item, edit.name);
    case 'term': {
      const { boundary, every, ruleText } = edit;
      return item.kind === 'deadline' ? { ...item, boundary, every, ruleText, doubt: null } : item;
    }
    case 'who': {
      const { obliged, among } = edit;
      return item.kind === 'deadline' ? { ...item, obliged, among, doubt: null } : item;
    }
    case 'figure': {
      const { operator, low, high, raw } = edit;
      return item.kind === 'target' ? { ...item, operator, low, high, raw, doubt: null } : item;
    }
    case 'days': {
      const { startsOn, endsOn } = edit;
      return item.kind === 'milestone' ? { ...item, startsOn, endsOn, doubt: null } : item;
    }
  }
}

function renamed(item: PlanItem, name: string): PlanItem {
  switch (item.kind) {
    case 'deadline':
      return { ...item, title: name };
    case 'target':
      return { ...item, metric: name };
    case 'quota':
      return { ...item, award: name };
    case 'milestone':
      return { ...item, name };
  }
}

/** Numbers of items that a person is still to be asked about: without a day, or doubtful; not those settled. */
export function openQuestions(items: readonly PlanItem[], edits: readonly PlanEdit[]): number[] {
  const settled = settledIn(edits);
  return items.filter(item => asks(item) && !settled.has(item.no)).map(item => item.no);
}

/** Items that were looked at and left as they are. */
export const settledIn = (edits: readonly PlanEdit[]): ReadonlySet<number> =>
  new Set(edits.flatMap(edit => (edit.kind === 'settle' ? [edit.no] : [])));

const asks = (item: PlanItem): boolean =>
  item.doubt !== null || (item.kind === 'deadline' && item.boundary.kind === 'unstated');
