/** A failed turn whose words may not lie about: neither they nor its error are kept with the event. */
export class TracelessFailure extends Error {
  constructor(cause: unknown) {
    super('withheld', { cause });
  }
}

export async function traceless(wanted: boolean, turn: Promise<void>): Promise<void> {
  try {
    await turn;
  } catch (error) {
    throw wanted ? new TracelessFailure(error) : error;
  }
}
