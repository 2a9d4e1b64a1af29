import type { Criterion, ScoreTable } from '../core/score-table.ts';
import { isGroup } from '../core/score-table.ts';
import type { TableProposal } from '../core/table-proposal.ts';
import { plainText } from '../text/plain-text.ts';
import { tableProblem } from '../text/score-tables.ts';
import { ruleProposalText, tableQuestionText } from '../text/table-proposal.ts';

/** A table read from a workbook: in the format of docs/scores.md, and what a person should look at first. */
export function proposalJson({ sheet, table, evidence, questions, rules, problems }: TableProposal): object {
  return {
    sheet,
    table: tableJson(table),
    cells: Object.fromEntries(Object.entries(evidence).map(([key, { cell }]) => [key, cell])),
    questions: questions.map(question => ({ ...question, says: tableQuestionText(question) })),
    rules: rules.map(rule => ({ ...rule, says: ruleProposalText(rule) })),
    problems: problems.map(problem => ({ code: problem.code, says: plainText(tableProblem(problem)) })),
  };
}

function tableJson({ name, max, children }: ScoreTable): object {
  return { name, max: max / 100, criteria: children.map(criterionJson) };
}

function criterionJson(criterion: Criterion): object {
  const { no, name, max, counts } = criterion;
  const shown = { no, name, max: max / 100, ...(counts === 'base' ? {} : { counts }) };
  return isGroup(criterion) ? { ...shown, children: criterion.children.map(criterionJson) } : shown;
}
