import { planQuestions } from '../text/plan-questions.ts';
import { isHandedIn } from './extract/duty-words.ts';
import type { Reading } from './read-plan.ts';
import type { PlanRecord } from './record.ts';

type Question = PlanRecord['questions'][number];

/** What a careful clerk would ask before using the record. */
export function questionsFor(reading: Reading, anomalies: PlanRecord['anomalies']): Question[] {
  const { identity, members, leads, period, deadlines, unresolved } = reading;
  const asked: Question[] = [];
  const ask = (code: Question['code'], text: string, line: number | null = null) =>
    asked.push({ code, ask: text, line });
  const has = (code: string) => anomalies.find(one => one.code === code);
  if (identity.scope === 'not_a_plan' || identity.scope === 'other_plan') return asked;

  const noNumber = identity.number?.number === undefined || identity.number.number === null;
  const noDate = !identity.issued?.date;
  if (noNumber && noDate) ask('number_and_date', planQuestions.number_and_date());
  else if (noNumber) ask('number', planQuestions.number());
  else if (noDate) ask('issue_date', planQuestions.issue_date());

  if (identity.scope === 'bloc_plan') {
    if (
      has('no_member_list') ||
      has('several_blocs') ||
      has('incomplete_member_list') ||
      has('member_count_mismatch')
    )
      ask('member_list', planQuestions.member_list());
    if (leads.leader?.inferred) ask('confirm_lead', planQuestions.confirm_lead(leads.leader.name));
    else if (!leads.leader) ask('lead', planQuestions.lead());
    if (!leads.deputy) ask('deputy', planQuestions.deputy());
    if (members.boundary && !members.boundary.confirmed)
      ask('two_names', planQuestions.two_names(members.boundary.name), members.boundary.quote.line);
  }
  if (identity.scope === 'member_unit_plan' && identity.bloc)
    ask('bloc_of_unit', planQuestions.bloc_of_unit(identity.bloc.name), identity.bloc.mention.from.line);
  if (identity.scope === 'authority_plan' && deadlines.dated.some(one => isHandedIn(one.kind)))
    ask('which_blocs', planQuestions.which_blocs());
  const open = [...deadlines.unread, ...unresolved];
  if (open.length > 0)
    ask(
      'report_dates',
      planQuestions.report_dates(open.map(one => one.what.toLowerCase()).join('; ')),
      open[0]?.line ?? null,
    );
  if (period.start === null || period.end === null)
    ask('period', planQuestions.period(), period.said?.from.line ?? null);
  const reversed = has('reversed_range');
  if (reversed) ask('reversed_range', planQuestions.reversed_range(reversed.quote ?? ''), reversed.line);
  const gap = has('missing_sections');
  if (gap) ask('missing_sections', planQuestions.missing_sections(gap.quote ?? ''), gap.line);
  const conflict = has('citation_year_conflict');
  if (conflict) ask('citation', planQuestions.citation(conflict.quote ?? ''), conflict.line);
  if (has('multi_year_single_dates') && period.multiYear)
    ask('later_years', planQuestions.later_years(period.multiYear.first));
  for (const one of deadlines.dated.filter(deadline => deadline.confidence === 'likely').slice(0, 3))
    ask('year_of_date', planQuestions.year_of_date(one.rule_text), one.line);
  if (
    identity.scope === 'bloc_plan' &&
    !reading.document.annex.some(section =>
      /bang (?:diem|tieu chi)|diem (?:chuan|toi da)/.test(section.folded),
    )
  )
    ask('score_table', planQuestions.score_table());
  return asked;
}
