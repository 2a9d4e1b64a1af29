/** Why nothing can be served at this address; sentences are in src/text/problems-listen.ts. */
export type ListenTrouble = {
  code: 'port_taken' | 'port_not_allowed' | 'host_not_here' | 'cannot_listen';
  host: string;
  port: number;
};

export class ListenProblem extends Error {
  readonly trouble: ListenTrouble;

  constructor(trouble: ListenTrouble, options?: ErrorOptions) {
    super(JSON.stringify(trouble), options);
    this.name = 'ListenProblem';
    this.trouble = trouble;
  }
}
