/** "Vienna, first again. Photo: File", "[Photo/Agencies]", "(photo: 031 A workshop. File)": words below a picture. */
const CREDITED =
  /(?:\[(?:photo|image|file|pic)[^\]]{0,60}\]|\((?:photo|image|file|pic|GW file)[^)]{0,60}\)|(?:photos?|picture \d+ of \d+|image|photo credit|courtesy): ?[^.:]{2,50}|\bArchive|file photo)[.)\]]*$/i;
const WORDS = /photo|image|picture|pic\b|file|archive|caption|courtesy|^play /i;
const BRACKETED = /^[[(](?:photo|image|picture|caption|photo caption)\b[^\])]{20,}/i;
const NUMBERED = /^(?:photo|picture|image) \d{1,3}[:.]/i;
const PLAYER = /^play +\d+:\d\d/i;

export function isCaption(text: string): boolean {
  return (
    text.length <= 400 && WORDS.test(text) && (CREDITED.test(text) || BRACKETED.test(text) || NUMBERED.test(text) || PLAYER.test(text))
  );
}
