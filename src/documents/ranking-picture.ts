import { type GroupsShown, pictureText, type RankingShown } from '../text/pictures.ts';
import { type Box, box, drawPicture, text } from './picture.ts';

/** Pixels; shown at a third of it on a phone, so that no letter is smaller than 11 points there. */
const WIDTH = 1080;
const PAD = 56;
/** Room for `1.000,25`. */
const POINTS = 210;

const INK = '#1f2937';
const SOFT = '#6b7280';
const LINE = '#e5e7eb';
const RED = '#b91c1c';
const GOLD = '#f59e0b';
const medals = ['#f59e0b', '#9ca3af', '#b45309'];

const barOf = (share: number, color: string): Box =>
  box(
    { width: '100%', height: 14, borderRadius: 7, backgroundColor: LINE, marginTop: 12 },
    box({
      width: `${Math.max(0, Math.min(1, share)) * 100}%`,
      height: 14,
      borderRadius: 7,
      backgroundColor: color,
    }),
  );

function place(rank: number | null): Box {
  const medal = rank !== null && rank <= medals.length ? medals[rank - 1] : undefined;
  const style = {
    ...{ width: 76, height: 76, borderRadius: 38, alignItems: 'center', justifyContent: 'center' },
    ...{ backgroundColor: medal ?? '#f3f4f6', flexShrink: 0 },
  };
  const color = medal ? '#ffffff' : SOFT;
  return box(style, text(rank === null ? '–' : String(rank), { fontSize: 40, fontWeight: 700, color }));
}

function row({ rank, unitName, points, share, note }: RankingShown['rows'][number]): Box {
  const words = [
    text(unitName, { fontSize: 38, fontWeight: 700, lineHeight: 1.25, color: INK }),
    ...(note ? [text(note, { fontSize: 30, color: rank === null ? RED : SOFT, lineHeight: 1.3 })] : []),
    barOf(share, rank === 1 ? GOLD : '#0f766e'),
  ];
  return box(
    { alignItems: 'center', padding: '24px 0', borderBottom: `2px solid ${LINE}` },
    place(rank),
    box({ flexDirection: 'column', flex: 1, margin: '0 24px 0 32px' }, ...words),
    box(
      { width: POINTS, justifyContent: 'flex-end', flexShrink: 0 },
      text(points, { fontSize: 46, fontWeight: 700, color: INK }),
    ),
  );
}

function head(title: string, below: string, stamp: { words: string; official: boolean }): Box {
  const color = stamp.official ? '#0f766e' : '#b45309';
  const badge = { fontSize: 30, fontWeight: 700, color, border: `3px solid ${color}`, borderRadius: 12 };
  return box(
    {
      flexDirection: 'column',
      alignItems: 'flex-start',
      borderBottom: `6px solid ${RED}`,
      paddingBottom: 28,
    },
    text(title, { fontSize: 50, fontWeight: 700, color: RED, lineHeight: 1.2 }),
    text(below, { fontSize: 32, color: SOFT, marginTop: 8, lineHeight: 1.3 }),
    text(stamp.words, { ...badge, padding: '4px 20px', marginTop: 20 }),
  );
}

const page = (...children: Box[]): Box =>
  box(
    { width: WIDTH, backgroundColor: '#ffffff' },
    box({ flexDirection: 'column', width: WIDTH - 2 * PAD, margin: PAD }, ...children),
  );

/** The ranking of a bloc, a line for each unit, first place first. */
export function rankingPicture(shown: RankingShown): Promise<Uint8Array> {
  const stamp = { words: pictureText.stamp(shown.official), official: shown.official };
  const foot = text(shown.foot, { fontSize: 28, color: SOFT, marginTop: 28, lineHeight: 1.4 });
  return drawPicture(page(head(shown.title, shown.below, stamp), ...shown.rows.map(row), foot), WIDTH);
}

/** A unit's points by group against what it could reach. */
export function groupsPicture(shown: GroupsShown): Promise<Uint8Array> {
  const stamp = { words: pictureText.stamp(shown.official), official: shown.official };
  const rows = shown.rows.map(({ name, points, max, share }) =>
    box(
      { flexDirection: 'column', padding: '22px 0', borderBottom: `2px solid ${LINE}` },
      box(
        { justifyContent: 'space-between', alignItems: 'flex-end' },
        text(name, { fontSize: 34, color: INK, flex: 1, marginRight: 24, lineHeight: 1.3 }),
        text(`${points}/${max}`, { fontSize: 38, fontWeight: 700, color: INK, flexShrink: 0 }),
      ),
      barOf(share, share < 0.5 ? RED : share < 0.8 ? GOLD : '#0f766e'),
    ),
  );
  const total = box(
    { justifyContent: 'space-between', alignItems: 'center', paddingTop: 28 },
    text(pictureText.total, { fontSize: 42, fontWeight: 700, color: INK }),
    text(`${shown.total.points}/${shown.total.max}`, { fontSize: 54, fontWeight: 700, color: RED }),
  );
  return drawPicture(page(head(shown.title, shown.below, stamp), ...rows, total), WIDTH);
}
