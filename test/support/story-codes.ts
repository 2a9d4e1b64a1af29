/** The codes in what people read, by their first letter: `K` for persons, `N` for groups; each once, also where a link repeats it. */
export const codesIn = (messages: readonly { text: string }[], kind: 'K' | 'N'): string[] => [
  ...new Set(
    messages.flatMap(({ text }) => text.match(new RegExp(`\\b${kind}\\d+-\\w{4}-\\w{4}`, 'g')) ?? []),
  ),
];
