import { type LoadOutcome, loadBloc } from '../../db/load.ts';
import { seatInRoom } from '../../db/seat-in-room.ts';
import type { Tx } from '../../db/tx.ts';
import { dayOf } from '../core/day.ts';
import type { LoadMistake, LoadWarning } from '../core/load-mistake.ts';
import type { NewBloc } from '../core/new-bloc.ts';
import { replan } from '../scheduler/replan.ts';
import { sameText } from '../text/fold.ts';
import { readBlocFile } from './read.ts';

export interface LoadDeps {
  /** As `tlk_app`. */
  app: Tx;
  /** As `tlk_system`. */
  system: Tx;
  now: Date;
  /** False: the demo room is off, so nobody of the file gets an account there. */
  room: boolean;
}

export type LoadResult =
  | { kind: 'mistakes'; mistakes: LoadMistake[] }
  | { kind: 'done'; bloc: NewBloc; outcome: LoadOutcome; warnings: LoadWarning[] };

/** A bloc's file into the database, and its people into the demo room. */
export async function loadText(text: string, { app, system, now, room }: LoadDeps): Promise<LoadResult> {
  const today = dayOf(now);
  const read = readBlocFile(text, today);
  if (read.kind === 'mistakes') return read;
  const bloc = room ? read.bloc : withoutRoom(read.bloc);
  const outcome = await loadBloc(app, bloc, { now, today, sameName: sameText, replan });
  if (room && outcome.kind === 'loaded') await seatInRoom(system, outcome.blocId, bloc);
  return { kind: 'done', bloc, outcome, warnings: read.warnings };
}

/** Nobody logs in to the room: an account there would be an open door wherever it is switched on later. */
function withoutRoom(bloc: NewBloc): NewBloc {
  return { ...bloc, persons: bloc.persons.map(person => ({ ...person, roomUser: null })), roomGroup: null };
}
