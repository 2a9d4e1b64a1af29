import { z } from 'zod';

const asked = {
  kind: z.literal('export'),
  key: z.string(),
  at: z.coerce.date(),
  seasonId: z.string(),
  personId: z.string(),
  chat: z.object({
    platform: z.string(),
    botId: z.string(),
    chatId: z.string(),
    kind: z.enum(['private', 'group']).default('private'),
  }),
};

const scoreExportSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('ranking_picture') }),
  /** A unit's groups against what it could reach. */
  z.object({ what: z.literal('groups_picture'), unitId: z.string() }),
  z.object({ what: z.literal('score_workbook') }),
  z.object({ what: z.literal('minutes') }),
  /** The layout that score tables are read from. */
  z.object({ what: z.literal('table_template') }),
  /** The table as a sheet to fill in, with a unit's answers so far; null: nobody's. */
  z.object({ what: z.literal('score_sheet'), unitId: z.string().nullable() }),
]);
/** Something made of scores. */
export type ScoreExport = z.infer<typeof scoreExportSchema>;

/** Somebody asked for a document: it is made by the tick, outside his turn, and sent to the chat where he asked. */
export const exportItemSchema = z.discriminatedUnion('what', [
  /** `deadlineId` null: the whole year. */
  z.object({ ...asked, what: z.literal('reports'), deadlineId: z.string().nullable() }),
  z.object({ ...asked, what: z.literal('meeting_minutes'), meetingId: z.string() }),
  /** A year in one file. */
  z.object({ ...asked, what: z.literal('season_archive') }),
  ...scoreExportSchema.options.map(option => option.extend(asked)),
]);
export type ExportItem = z.infer<typeof exportItemSchema>;
export type MeetingExport = Extract<ExportItem, { what: 'meeting_minutes' }>;
export type ArchiveExport = Extract<ExportItem, { what: 'season_archive' }>;
export type ReportsExport = Extract<ExportItem, { what: 'reports' }>;
