/** What of a year is still under way, in numbers: once it is closed nobody can end it. */
export interface OpenInYear {
  duties: number;
  ballots: number;
  meetings: number;
  feedback: number;
  awards: number;
}
