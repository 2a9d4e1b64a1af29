/** What stands on the pictures of scores. */

export interface RankingShown {
  title: string;
  below: string;
  official: boolean;
  rows: {
    /** Null: not considered. */
    rank: number | null;
    unitName: string;
    points: string;
    /** Of the most anybody could reach, 0 to 1. */
    share: number;
    /** A tie, the class, why it is not considered. */
    note: string | null;
  }[];
  foot: string;
}

export interface GroupsShown {
  title: string;
  below: string;
  official: boolean;
  /** `share` of what the unit could reach, 0 to 1. */
  rows: { name: string; points: string; max: string; share: number }[];
  total: { points: string; max: string };
}

export const pictureText = {
  stamp: (official: boolean) => (official ? 'CHÍNH THỨC' : 'TẠM TÍNH'),
  total: 'Tổng điểm',
} as const;
