import type { TableProblem } from './check-table.ts';

/** What is wrong with a file, and where: `units[2].role`. Sentences are in src/text/problems-load.ts. */
export type LoadMistake = { path: string } & (
  | { code: 'syntax'; params: { line: number; column: number } }
  | { code: 'key_twice'; params: { key: string; line: number; column: number } }
  | { code: 'missing' | 'unknown_key' | 'empty' | 'not_whole' | 'wrong' }
  | { code: 'wrong_type'; params: { expected: string } }
  | { code: 'not_one_of'; params: { values: string } }
  | { code: 'too_long' | 'too_many'; params: { max: number } }
  | { code: 'below'; params: { min: number } }
  | { code: 'above'; params: { max: number } }
  | { code: 'no_such_day' | 'no_such_month' | 'not_points' | 'points_in_doubt'; params: { text: string } }
  | { code: 'no_points' | 'not_a_time' | 'in_quiet_hours' | 'quiet_hours_empty' }
  | { code: 'one_due' | 'rule_text_needed' | 'season_ends_first' }
  | { code: 'bad_user' | 'reserved_user'; params: { text: string } }
  | { code: 'rule_of_group' | 'not_an_interval' | 'level_twice' | 'target_zero' | 'over_100' }
  | { code: 'kinds_or_deadlines' | 'each_or_bands' | 'one_answer' | 'not_an_instant' }
  | {
      code: 'unknown_rule' | 'number_in_doubt' | 'not_a_number' | 'unknown_criterion';
      params: { text: string };
    }
  | { code: 'criterion_in_doubt'; params: { text: string; keys: string } }
  | { code: 'entry_twice'; params: { first: string } }
  | { code: 'no_lead' | 'clerk_not_of_lead' | 'only_without_units' }
  | { code: 'second_lead' | 'person_twice'; params: { first: string } }
  | {
      code: 'name_twice' | 'user_twice' | 'title_twice' | 'number_twice';
      params: { text: string; first: string };
    }
  | { code: 'unknown_unit'; params: { text: string; nearest: string | null } }
);

/** Told, but no reason to refuse: real tables do not always add up. */
export type LoadWarning = { path: string } & (
  | { code: 'table'; problem: TableProblem }
  | { code: 'no_contact'; params: { unit: string } }
);
