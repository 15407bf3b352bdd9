/** A sentence in which `backticks` stand around what a program reads or writes. */
export function MarkedText({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} className="whitespace-nowrap">
        {part}
      </code>
    ),
  );
}
