import "server-only";
import { AppError } from "@/lib/domain/errors";
import { readAtMost } from "@/lib/read-at-most";

/** The most that a body may weigh; our largest form stays far below it. */
export const MAX_BODY_BYTES = 256 * 1024;

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * The fields of a JSON or form body; none for an empty one.
 *
 * @throws AppError "invalid-input" for another kind, malformed JSON, or NUL characters;
 *   "body-too-large".
 */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return {};
  const type = request.headers.get("content-type") ?? "";
  if (FORM.test(type))
    return formFields(
      await parsed(() => new Response(bytes, { headers: { "Content-Type": type } }).formData()),
    );
  if (!/^application\/json\b/i.test(type)) throw new AppError("invalid-input", { step: "type" });
  const body = await parsed(
    () => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown,
  );
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new AppError("invalid-input", { step: "shape" });
  }
  refuseNul(JSON.stringify(body));
  return { ...body };
}

/** A form's fields: text, or a list where a name comes more than once. Files and React's own fields are left out. */
export function formFields(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const [first, ...more] = form.getAll(name).filter((value) => typeof value === "string");
    if (first === undefined || /^[$_]/.test(name)) continue;
    fields[name] = more.length > 0 ? [first, ...more] : first;
  }
  refuseNul(JSON.stringify(fields));
  return fields;
}

/** PostgreSQL cannot hold NUL in a text, and nobody types it. */
function refuseNul(json: string): void {
  if (json.includes("\\u0000")) throw new AppError("invalid-input", { step: "nul" });
}

async function parsed<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new AppError("invalid-input", { step: "syntax" }, { cause });
  }
}

/**
 * The body as it was sent.
 *
 * @throws AppError "body-too-large"; "invalid-input" when it breaks off, which would pass for an
 *   outage of a part of ours otherwise.
 */
export async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readAtMost(request.body, MAX_BODY_BYTES).catch((cause: unknown) => {
    throw new AppError("invalid-input", { step: "broken-off" }, { cause });
  });
  if (!bytes) throw new AppError("body-too-large");
  return bytes;
}
