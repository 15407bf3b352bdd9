import type { ReactNode } from "react";
import { LINK } from "@/components/ui/link-look";
import type { OperationView } from "@/lib/domain/program/reference-view";
import { words } from "@/lib/words/words";
import { FieldList, ShapeLink } from "./field-list";
import { Fold } from "./fold";
import { MarkedText } from "./marked-text";
import { PathText } from "./path-text";
import { Sample } from "./sample";

type OperationProps = { operation: OperationView; isOpen: boolean };

/** One operation: how it is asked, what it answers, and a sample in two languages. */
export function Operation({ operation, isOpen }: OperationProps) {
  const say = words("developers");
  const { id, summary, description, scopes, parameters, body, answer } = operation;
  const { refusals, samples } = operation;
  const copying = { about: summary, copy: say("copy"), copied: say("copied") };
  return (
    <Fold id={id} isOpen={isOpen} title={<Title operation={operation} />}>
      {description && (
        <p className="max-w-measure">
          <MarkedText text={description} />
        </p>
      )}
      <p className="text-sm text-quiet">
        {say("scopes")}: {scopes.length > 0 ? <code>{scopes.join(", ")}</code> : say("scopes-none")}
      </p>
      {parameters.length > 0 && (
        <Part title={say("parameters")}>
          <FieldList fields={parameters} />
        </Part>
      )}
      {body.length > 0 && (
        <Part title={say("body")}>
          <FieldList fields={body} />
        </Part>
      )}
      <Part title={say("answer")}>
        <p>
          <MarkedText text={say("answer-is", { status: answer.status, about: answer.about })} />
        </p>
        {answer.type && answer.fields.length === 0 && (
          <p>
            <ShapeLink shape={answer.type}>{answer.type}</ShapeLink>
          </p>
        )}
        {answer.fields.length > 0 && <FieldList fields={answer.fields} />}
      </Part>
      {refusals.length > 0 && <Refusals codes={refusals} />}
      <Sample title={say("curl")} text={samples.curl} {...copying} />
      <Sample title={say("javascript")} text={samples.javascript} {...copying} />
    </Fold>
  );
}

function Title({ operation: { method, path, summary } }: Pick<OperationProps, "operation">) {
  return (
    <>
      <h3 className="inline text-lg font-semibold">{summary}</h3>
      <code className="block text-sm wrap-anywhere text-quiet">
        <b>{method}</b> <PathText path={path} />
      </code>
    </>
  );
}

function Refusals({ codes }: { codes: OperationView["refusals"] }) {
  return (
    <p className="flex flex-wrap gap-x-3 text-sm">
      {words("developers")("failures")}:
      {codes.map((code) => (
        <a key={code} href={`#problem-${code}`} className={`whitespace-nowrap ${LINK}`}>
          {code}
        </a>
      ))}
    </p>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <h4 className="font-semibold">{title}</h4>
      {children}
    </div>
  );
}
