import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Outcome } from "@/lib/domain/outcome";
import { FieldProblems } from "@/lib/domain/problem";
import type { Context, MemberActor } from "@/lib/operations/context";
import { words } from "@/lib/words/words";
import { memberContext } from "./member-context";
import { requireOwnOrigin } from "./origin";
import { parseInput } from "./parse-input";
import { requestIdOf } from "./problem";
import { formFields } from "./read-body";
import { sayProblems } from "./say-problems";
import { toAppError } from "./to-app-error";

/** What work hands back when its form has something to show once, such as a new link. */
type Told = { told: Record<string, string> };

/** A server action for `useActionState`; it works without script too. */
export type FormAction = (before: Outcome | null, form: FormData) => Promise<Outcome>;

/** A schema, or how one is made from who asks and when. */
type SchemaFor<Schema> = Schema | ((ctx: Context<MemberActor>) => Schema | Promise<Schema>);

/**
 * A form of a signed-in member: fields checked by `schema`, then `work`. It ends with done, with a
 * redirect, or with words about what is wrong and where; what was typed comes back with them.
 */
export function action<Schema extends z.ZodType>(
  schema: SchemaFor<Schema>,
  work: (ctx: Context<MemberActor>, input: z.output<Schema>) => Promise<Told | void>,
): FormAction {
  return (_, form) =>
    attempt(form, async (fields) => {
      const ctx = await memberContext();
      const known = typeof schema === "function" ? await schema(ctx) : schema;
      return work(ctx, parseInput(known, fields));
    });
}

/** The same for anybody, signed in or not. */
export function publicAction<Schema extends z.ZodType>(
  schema: Schema,
  work: (input: z.output<Schema>) => Promise<Told | void>,
): FormAction {
  return (_, form) => attempt(form, (fields) => work(parseInput(schema, fields)));
}

type Fields = ReturnType<typeof formFields>;

async function attempt(
  form: FormData,
  work: (fields: Fields) => Promise<Told | void>,
): Promise<Outcome> {
  const asked = await headers();
  try {
    requireOwnOrigin(asked);
    const done = await work(formFields(form));
    return { ok: true, ...done };
  } catch (error) {
    unstable_rethrow(error);
    const failure = toAppError(error, requestIdOf(asked));
    const { code } = failure;
    const message = words("failures")(code);
    const values = typedTexts(form);
    return failure instanceof FieldProblems
      ? { ok: false, code, message, fields: sayProblems(failure.fields), values }
      : { ok: false, code, message, values };
  }
}

/** What was typed, so that nobody types it twice. */
function typedTexts(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith("$")));
}
