import type { FailureCode } from "@/lib/domain/errors";

/** One field of a shape, nested ones by their path. */
export type FieldView = {
  name: string;
  type: string;
  /** The shape of the reference that the type names; null when it names none. */
  shape: string | null;
  isRequired: boolean;
  about: string | null;
};

/** One operation of the API as its reference draws it. */
export type OperationView = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | null;
  scopes: readonly string[];
  parameters: FieldView[];
  body: FieldView[];
  answer: { status: number; about: string; type: string | null; fields: FieldView[] };
  /** Failures of its own. */
  refusals: readonly FailureCode[];
  samples: { curl: string; javascript: string };
};

/** The whole reference. */
export type ReferenceView = {
  areas: { name: string; title: string; about: string; operations: OperationView[] }[];
  shapes: { name: string; type: string; fields: FieldView[] }[];
  problems: { code: FailureCode; status: number; means: string }[];
};
