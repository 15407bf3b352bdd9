import type { ReferenceView } from "@/lib/domain/program/reference-view";
import { words } from "@/lib/words/words";
import { FieldList } from "./field-list";
import { Operation } from "./operation";

export type ReferenceProps = ReferenceView & {
  /** How often a key may ask within a minute. */
  limit: number;
};

const HEADING = "scroll-mt-4 text-xl font-bold";
const LINK = "text-accent underline underline-offset-4";

/** The reference of the API, whole on one page, so that it can be searched. */
export function Reference({ limit, areas, shapes, problems }: ReferenceProps) {
  const say = words("developers");
  return (
    <div className="flex flex-col gap-12">
      <header className="flex flex-col gap-4">
        <h1 className="text-2xl font-bold">{say("title")}</h1>
        <p className="max-w-measure">{say("lead")}</p>
        <p>
          <a href="/api/v1/openapi.json" className={LINK}>
            {say("document")}
          </a>
        </p>
      </header>
      <Contents areas={areas} />
      <section aria-labelledby="keys" className="flex flex-col gap-3">
        <h2 id="keys" className={HEADING}>
          {say("auth-title")}
        </h2>
        <p className="max-w-measure">{say("auth")}</p>
        <p className="max-w-measure">{say("variables")}</p>
      </section>
      <section aria-labelledby="requests" className="flex flex-col gap-3">
        <h2 id="requests" className={HEADING}>
          {say("shape-title")}
        </h2>
        {(["json", "pages", "versions", "repeats"] as const).map((name) => (
          <p key={name} className="max-w-measure">
            {say(`shape-${name}`)}
          </p>
        ))}
        <p className="max-w-measure">{say("shape-limits", { points: limit })}</p>
      </section>
      {areas.map(({ name, title, about, operations }) => (
        <section key={name} aria-labelledby={`area-${name}`} className="flex flex-col gap-8">
          <div className="flex flex-col gap-2">
            <h2 id={`area-${name}`} className={HEADING}>
              {title}
            </h2>
            <p className="max-w-measure">{about}</p>
            <OperationLinks operations={operations} className="sm:hidden" />
          </div>
          {operations.map((operation) => (
            <Operation key={operation.id} operation={operation} />
          ))}
        </section>
      ))}
      <section aria-labelledby="shapes" className="flex flex-col gap-6">
        <h2 id="shapes" className={HEADING}>
          {say("shapes")}
        </h2>
        {shapes.map(({ name, type, fields }) => (
          <div key={name} className="flex flex-col gap-2">
            <h3 id={`shape-${name}`} className="scroll-mt-4 font-semibold">
              {name}
            </h3>
            {fields.length > 0 ? <FieldList fields={fields} /> : <code>{type}</code>}
          </div>
        ))}
      </section>
      <Problems problems={problems} />
    </div>
  );
}

type OperationLinksProps = Pick<ReferenceProps["areas"][number], "operations"> & {
  className: string;
};

/** On a phone at the head of each area, so that the contents at the top stay short. */
function OperationLinks({ operations, className }: OperationLinksProps) {
  return (
    <ul className={`flex flex-col gap-1 text-sm ${className}`}>
      {operations.map(({ id, summary }) => (
        <li key={id}>
          <a href={`#${id}`} className={LINK}>
            {summary}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Contents({ areas }: Pick<ReferenceProps, "areas">) {
  const say = words("developers");
  return (
    <nav aria-label={say("contents")}>
      <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {areas.map(({ name, title, operations }) => (
          <li key={name} className="flex flex-col gap-1">
            <a href={`#area-${name}`} className={`${LINK} font-semibold`}>
              {title}
            </a>
            <OperationLinks operations={operations} className="pl-3 max-sm:hidden" />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Problems({ problems }: Pick<ReferenceProps, "problems">) {
  const say = words("developers");
  return (
    <section aria-labelledby="problems" className="flex flex-col gap-4">
      <h2 id="problems" className={HEADING}>
        {say("problems-title")}
      </h2>
      <p className="max-w-measure">{say("problems-lead")}</p>
      <dl className="flex flex-col">
        {problems.map(({ code, status, means }) => (
          <div
            key={code}
            id={`problem-${code}`}
            className="scroll-mt-4 border-b border-line py-2 target:bg-surface"
          >
            <dt>
              <code className="font-semibold">{code}</code>{" "}
              <span className="text-sm text-quiet">{status}</span>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
