/** A sheet of so many questions; one more comes in with the redeploy, in its middle. */
export const QUESTIONS = 40;
export const EXTRA = QUESTIONS + 1;
export const PEOPLE = 100;

/** What a person answers to a question, whenever it is asked. */
export const answerTo = (person: number, question: number): number => (person * 7 + question * 3) % 11;

/** The questions in the order in which they are asked. */
export function questionsOf(extra: boolean): number[] {
  const all = Array.from({ length: QUESTIONS }, (_, n) => n + 1);
  return extra ? [...all.slice(0, QUESTIONS / 2), EXTRA, ...all.slice(QUESTIONS / 2)] : all;
}
