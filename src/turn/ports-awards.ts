import type { YearPorts } from '../../commands/ports-year.ts';
import { addAwardStep, awardProposals, propose } from '../../db/awards.ts';
import type { PortScope } from './port-scope.ts';

export function createAwardPorts(scope: PortScope): YearPorts['awards'] {
  const { tx, now, context, bloc, season, me } = scope;
  const made = () => ({ blocId: bloc().blocId, by: me(), at: now });
  return {
    list: async () => (context?.season ? awardProposals(tx, context.season.id) : []),
    propose: given => propose(tx, { ...given, seasonId: season().id }, made()),
    step: (id, step) => addAwardStep(tx, id, step, made()),
  };
}
