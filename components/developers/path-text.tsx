import { Fragment } from "react";

/** A path that goes on in the next line only behind a slash. */
export function PathText({ path }: { path: string }) {
  const [first = "", ...others] = path.split("/");
  return (
    <>
      {first}
      {others.map((part, index) => (
        <Fragment key={index}>
          /<wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}
