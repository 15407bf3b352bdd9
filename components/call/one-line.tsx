type OneLineProps = {
  name: string;
  /** The sentence with a name in it. */
  sentence: (name: string) => string;
};

/** Stands for the name while the sentence is taken apart; no sentence holds it. */
const PLACE = "\uFFFC";

/** A sentence about somebody on one line: where it is too long, their name is cut and nothing else. */
export function OneLine({ name, sentence }: OneLineProps) {
  const [before = "", after = ""] = sentence(PLACE).split(PLACE);
  return (
    <span title={sentence(name)} className="flex max-w-full min-w-0 whitespace-pre">
      <span className="shrink-0">{before}</span>
      <span className="truncate">{name}</span>
      <span className="shrink-0">{after}</span>
    </span>
  );
}
