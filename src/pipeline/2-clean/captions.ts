/** "Vienna, first again. Photo: File", "[Photo/Agencies]", "(photo: 031 A workshop. File)": words below a picture. */
const CREDITED =
  /(?:\[(?:photo|image|file|pic)[^\]]{0,60}\]|\((?:photo|image|file|pic|GW file)[^)]{0,60}\)|(?:photos?|picture \d+ of \d+|image|photo credit|courtesy): ?[^.:]{2,50}|\bArchive|file photo)[.)\]]*$/i;
const WORDS = /photo|image|picture|pic\b|file|archive|caption|courtesy|^play /i;
const BRACKETED = /^[[(](?:photo|image|picture|caption|photo caption)\b[^\])]{20,}/i;
const NUMBERED = /^(?:photo|picture|image) \d{1,3}[:.]/i;
const PLAYER = /^play +\d+:\d\d/i;

/** Two units more than a credit's longest words behind its colon. */
const CREDIT_LENGTH = 54;

/** A credit ends in brackets, behind a colon, or with "archive" or "photo": nearly no prose does. */
function mayEndInCredit(text: string): boolean {
  let end = text.length;
  while (end > 0 && '.)]'.includes(text.charAt(end - 1))) end -= 1;
  const last = text.charCodeAt(end - 1) | 32;
  return last === 101 || last === 111 || /[)\]]/.test(text.slice(end)) || text.includes(':', end - CREDIT_LENGTH);
}

const OPENINGS = '[(pPiI';

export function isCaption(text: string): boolean {
  if (text.length > 400 || !(OPENINGS.includes(text.charAt(0)) || mayEndInCredit(text))) return false;
  return WORDS.test(text) && (CREDITED.test(text) || BRACKETED.test(text) || NUMBERED.test(text) || PLAYER.test(text));
}
