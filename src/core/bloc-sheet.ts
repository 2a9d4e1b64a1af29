import type { UnitRole } from './bloc.ts';
import type { blocLabels, blocLevels } from './new-bloc.ts';

export type BlocLabel = (typeof blocLabels)[number];
export type BlocLevel = (typeof blocLevels)[number];

/** What a bloc's lead sets down of it, and may change later. */
export interface BlocSheet {
  name: string;
  label: BlocLabel;
  year: number;
  councilName: string;
  level: BlocLevel;
  area: string;
}

/** A bloc put together in the chat, complete: exactly one unit leads. */
export interface BlocDraft extends BlocSheet {
  units: { name: string; shortName: string | null; role: UnitRole }[];
}

export const MIN_UNITS = 2;
export const MAX_UNITS = 40;
