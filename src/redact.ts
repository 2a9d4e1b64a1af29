const HIDDEN = '[redacted]';

/** A password in an address, `scheme://login:password@host`; up to the last @, since passwords may hold one. */
const IN_ADDRESS = /([a-z][a-z0-9+.-]*:\/\/[^\s/:@"]*):[^\s"]*@/gi;
/** A password as a parameter: `?password=…`, `password=…` in a connection string, `access_token=…`. */
const IN_QUERY = /((?:password|passwd|pwd|secret|token)=)[^\s&"';]+/gi;
/** A bot's token, in a path of its platform's API or alone: `<digits>:<letters>`. */
const TOKEN = /\b(bot)?\d{6,}:[\w-]{16,}/g;
/** A one-time link of ours: who has it has what is behind it. */
const LINK = /\/l\/\d+-[\w-]{43}/g;

/** The text without passwords and tokens, as far as their shape shows them. */
export function withoutSecrets(text: string): string {
  return text
    .replace(IN_ADDRESS, `$1:${HIDDEN}@`)
    .replace(IN_QUERY, `$1${HIDDEN}`)
    .replace(TOKEN, (_, bot?: string) => `${bot ?? ''}${HIDDEN}`)
    .replace(LINK, `/l/${HIDDEN}`);
}

/** An apostrophe within a word quotes nothing. */
const QUOTED = /"[^"]*"?|“[^”]*”?|(?<!\w)'[^']*'?/g;
/** Characters. */
const LONGEST_REASON = 200;

/** What a messenger gives as its reason, without secrets and without the words of ours that it may quote. */
export const reasonForLog = (because: string): string =>
  withoutSecrets(because).replace(QUOTED, '…').slice(0, LONGEST_REASON);

/** `withoutSecrets`, and without these very words, whatever they look like. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter(secret => secret.length >= SHORTEST);
  return text => known.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), withoutSecrets(text));
}

/** Replacing a shorter word everywhere would make the text unreadable, and show by its gaps what the word is. */
const SHORTEST = 6;
