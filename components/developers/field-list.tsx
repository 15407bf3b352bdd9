import { LINK } from "@/components/ui/link-look";
import type { FieldView } from "@/lib/domain/program/reference-view";
import { words } from "@/lib/words/words";
import { MarkedText } from "./marked-text";

/** Fields or parameters, one under the other, so that they can be read on a phone. */
export function FieldList({ fields }: { fields: readonly FieldView[] }) {
  const say = words("developers");
  return (
    <dl className="flex flex-col">
      {fields.map(({ name, type, shape, isRequired, about }) => (
        <div key={name} className="border-b border-line py-2 last:border-b-0">
          <dt className="flex flex-wrap items-baseline gap-x-3">
            <code className="font-semibold wrap-anywhere">{name}</code>
            <code className="text-sm wrap-anywhere text-quiet">
              {shape ? <ShapeLink shape={shape}>{type}</ShapeLink> : type}
            </code>
            {isRequired && <span className="text-sm text-quiet">{say("required")}</span>}
          </dt>
          {about && (
            <dd className="max-w-measure text-sm">
              <MarkedText text={about} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Leads from a type to the fields of the shape that it names. */
export function ShapeLink({ shape, children }: { shape: string; children: string }) {
  return (
    <a href={`#shape-${shape}`} className={LINK}>
      {children}
    </a>
  );
}
