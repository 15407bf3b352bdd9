import type { ReactNode } from "react";
import type { OperationView } from "@/lib/domain/program/reference-view";
import { words } from "@/lib/words/words";
import { FieldList } from "./field-list";

/** One operation: how it is asked, what it answers, and a sample in two languages. */
export function Operation({ operation }: { operation: OperationView }) {
  const say = words("developers");
  const { id, method, path, summary, description, scopes, parameters, body, answer } = operation;
  const { refusals, samples } = operation;
  return (
    <article aria-labelledby={id} className="flex flex-col gap-4 border-t border-line pt-6">
      <h3 id={id} className="scroll-mt-4 text-lg font-semibold">
        {summary}
      </h3>
      <p>
        <code className="rounded border border-line bg-surface px-2 py-1 break-all">
          <b>{method}</b> {path}
        </code>
      </p>
      {description && <p className="max-w-measure">{description}</p>}
      <p className="text-sm text-quiet">
        {say("scopes")}: <code>{scopes.length > 0 ? scopes.join(", ") : say("scopes-none")}</code>
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
        <p>{say("answer-is", { status: answer.status, about: answer.about })}</p>
        {answer.type && answer.fields.length === 0 && (
          <p>
            <a href={`#shape-${answer.type}`} className="text-accent underline underline-offset-4">
              {answer.type}
            </a>
          </p>
        )}
        {answer.fields.length > 0 && <FieldList fields={answer.fields} />}
      </Part>
      {refusals.length > 0 && (
        <p className="text-sm">
          {say("failures")}:{" "}
          {refusals.map((code) => (
            <a
              key={code}
              href={`#problem-${code}`}
              className="mr-3 text-accent underline underline-offset-4"
            >
              {code}
            </a>
          ))}
        </p>
      )}
      <Sample title={say("curl")} text={samples.curl} about={summary} />
      <Sample title={say("javascript")} text={samples.javascript} about={summary} />
    </article>
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

/** Long lines can be scrolled to, also by keyboard. */
function Sample({ title, text, about }: { title: string; text: string; about: string }) {
  return (
    <Part title={title}>
      <pre
        tabIndex={0}
        role="region"
        aria-label={`${title}: ${about}`}
        className="overflow-x-auto rounded border border-line bg-surface p-4 text-sm"
      >
        <code>{text}</code>
      </pre>
    </Part>
  );
}
