import type { FieldView } from "@/lib/domain/program/reference-view";
import { words } from "@/lib/words/words";

/** Fields or parameters, one under the other, so that they can be read on a phone. */
export function FieldList({ fields }: { fields: readonly FieldView[] }) {
  const say = words("developers");
  return (
    <dl className="flex flex-col">
      {fields.map(({ name, type, isRequired, about }) => (
        <div key={name} className="border-b border-line py-2 last:border-b-0">
          <dt className="flex flex-wrap items-baseline gap-x-3">
            <code className="font-semibold break-all">{name}</code>
            <code className="text-sm break-words text-quiet">{type}</code>
            {isRequired && <span className="text-sm text-quiet">{say("required")}</span>}
          </dt>
          {about && <dd className="max-w-measure text-sm">{about}</dd>}
        </div>
      ))}
    </dl>
  );
}
