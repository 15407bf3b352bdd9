import { LONE_LINK } from "@/components/ui/link-look";
import type { ReferenceView } from "@/lib/domain/program/reference-view";
import { words } from "@/lib/words/words";
import { Contents, ContentsLink, type Chapter } from "./contents";
import { FieldList } from "./field-list";
import { Fold } from "./fold";
import { MarkedText } from "./marked-text";
import { Operation } from "./operation";

export type ReferenceProps = ReferenceView & {
  /** How often a key may ask within a minute. */
  limit: number;
  /** Everything is unfolded. */
  isOpen: boolean;
};

const HEADING = "scroll-mt-4 text-xl font-bold";
const FOLDS = "flex flex-col divide-y divide-line border-y border-line";

/** The reference of the API, whole on one page, so that it can be searched; its parts are folded. */
export function Reference({ limit, isOpen, areas, shapes, problems }: ReferenceProps) {
  const say = words("developers");
  return (
    <div className="gap-x-12 gap-y-10 max-lg:flex max-lg:flex-col lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <header className="flex flex-col gap-4 lg:col-span-2">
        <h1 className="text-2xl font-bold">{say("title")}</h1>
        <p className="max-w-measure">{say("lead")}</p>
        <p className="flex flex-wrap gap-x-6">
          <a href="/api/v1/openapi.json" className={LONE_LINK}>
            {say("document")}
          </a>
          <a href={isOpen ? "/developers" : "/developers?open"} className={LONE_LINK}>
            {say(isOpen ? "fold" : "unfold")}
          </a>
        </p>
      </header>
      <div className="lg:-mt-6">
        <Contents chapters={chaptersOf(areas)} />
      </div>
      <div className="flex flex-col gap-12">
        <Rules limit={limit} />
        {areas.map(({ name, title, about, operations }) => (
          <section key={name} aria-labelledby={`area-${name}`} className="flex flex-col gap-4">
            <div className="flex flex-col gap-2">
              <h2 id={`area-${name}`} className={HEADING}>
                {title}
              </h2>
              <p className="max-w-measure">{about}</p>
            </div>
            <div className={FOLDS}>
              {operations.map((operation) => (
                <Operation key={operation.id} {...{ operation, isOpen }} />
              ))}
            </div>
          </section>
        ))}
        <Shapes {...{ shapes, isOpen }} />
        <Problems problems={problems} />
      </div>
      <ContentsLink />
    </div>
  );
}

function chaptersOf(areas: ReferenceView["areas"]): Chapter[] {
  const say = words("developers");
  return [
    { id: "keys", title: say("auth-title") },
    { id: "requests", title: say("shape-title") },
    ...areas.map(({ name, title, operations }) => ({ id: `area-${name}`, title, operations })),
    { id: "shapes", title: say("shapes") },
    { id: "problems", title: say("problems-title") },
  ];
}

/** What holds for every operation. */
function Rules({ limit }: Pick<ReferenceProps, "limit">) {
  const say = words("developers");
  const rules = (["json", "pages", "versions", "repeats"] as const).map((n) => say(`shape-${n}`));
  return (
    <>
      <section aria-labelledby="keys" className="flex flex-col gap-3">
        <h2 id="keys" className={HEADING}>
          {say("auth-title")}
        </h2>
        <Paragraphs texts={[say("auth"), say("variables")]} />
      </section>
      <section aria-labelledby="requests" className="flex flex-col gap-3">
        <h2 id="requests" className={HEADING}>
          {say("shape-title")}
        </h2>
        <Paragraphs texts={[...rules, say("shape-limits", { points: limit })]} />
      </section>
    </>
  );
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <p key={text} className="max-w-measure">
      <MarkedText text={text} />
    </p>
  ));
}

function Shapes({ shapes, isOpen }: Pick<ReferenceProps, "shapes" | "isOpen">) {
  return (
    <section aria-labelledby="shapes" className="flex flex-col gap-4">
      <h2 id="shapes" className={HEADING}>
        {words("developers")("shapes")}
      </h2>
      <div className={FOLDS}>
        {shapes.map(({ name, type, fields }) => (
          <Fold
            key={name}
            {...{ id: `shape-${name}`, isOpen }}
            title={<h3 className="inline font-semibold">{name}</h3>}
          >
            {fields.length > 0 ? (
              <FieldList fields={fields} />
            ) : (
              <code className="wrap-anywhere">{type}</code>
            )}
          </Fold>
        ))}
      </div>
    </section>
  );
}

function Problems({ problems }: Pick<ReferenceProps, "problems">) {
  const say = words("developers");
  return (
    <section aria-labelledby="problems" className="flex flex-col gap-4">
      <h2 id="problems" className={HEADING}>
        {say("problems-title")}
      </h2>
      <p className="max-w-measure">
        <MarkedText text={say("problems-lead")} />
      </p>
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
            <dd>
              <MarkedText text={means} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
