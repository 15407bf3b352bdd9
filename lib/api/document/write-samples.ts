import "server-only";
import { API_PATH } from "@/lib/api/api-path";
import type { Endpoint } from "@/lib/api/endpoint";

const VARIABLE = /^\$\w+$/;

/** The ids in an address, as variables of whoever runs the sample: `{roomId}` is `ROOM_ID`. */
export const variableOf = (name: string) =>
  name.replace(/[A-Z]/g, (sign) => `_${sign}`).toUpperCase();

/** A request with curl, for a shell. */
export function writeCurl(endpoint: Endpoint): string {
  const { method, sample } = endpoint;
  const address = addressOf(endpoint, (name) => `$${name}`);
  const lines = [
    `curl ${method === "GET" ? "" : `--request ${method} `}"$ROSTRUM_URL${address}"`,
    ...Object.entries(headersOf(endpoint, "$ROSTRUM_KEY", "curl")).map(
      ([name, value]) => `--header ${quoteForShell(`${name}: ${value}`)}`,
    ),
    ...(sample.body ? [`--data @- <<JSON\n${writeJson(sample.body)}\nJSON`] : []),
  ];
  return lines.join(" \\\n  ");
}

/** The same in JavaScript, for Node. */
export function writeJavaScript(endpoint: Endpoint): string {
  const { method, sample, answer } = endpoint;
  const address = addressOf(endpoint, (name) => `\${process.env.${name}}`);
  const headers = Object.entries(headersOf(endpoint, "${process.env.ROSTRUM_KEY}", "node")).map(
    ([name, value]) => `    ${JSON.stringify(name)}: ${quoteForScript(value)},`,
  );
  return [
    `const answer = await fetch(\`\${process.env.ROSTRUM_URL}${address}\`, {`,
    ...(method === "GET" ? [] : [`  method: "${method}",`]),
    "  headers: {",
    ...headers,
    "  },",
    ...(sample.body ? [`  body: JSON.stringify(${writeScriptBody(sample.body)}),`] : []),
    "});",
    "if (!answer.ok) throw new Error(await answer.text());",
    ...(answer.schema ? ["console.log(await answer.json());"] : []),
  ].join("\n");
}

function addressOf({ path, sample }: Endpoint, variable: (name: string) => string): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => variable(variableOf(name)));
  const query = Object.entries(sample.query ?? {}).map(([name, value]) => {
    return `${name}=${VARIABLE.test(value) ? variable(value.slice(1)) : encodeURIComponent(value)}`;
  });
  return `${API_PATH}${filled}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

/** `program` sends other bytes than the others, so it repeats nobody's request but its own. */
function headersOf(endpoint: Endpoint, key: string, program: string): Record<string, string> {
  const { id, method, sample, needsVersion, keepsAnswer } = endpoint;
  return {
    Authorization: `Bearer ${key}`,
    ...(sample.body && { "Content-Type": "application/json" }),
    ...(needsVersion && { "If-Match": '"1"' }),
    ...(method === "POST" && keepsAnswer !== false && { "Idempotency-Key": `${id}-${program}-1` }),
  };
}

function writeJson(body: object): string {
  return JSON.stringify(body, null, 2);
}

function quoteForShell(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}

function quoteForScript(text: string): string {
  if (text.includes("${")) return `\`${text}\``;
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}

/** Variables stand bare in the object, everything else as JSON. */
function writeScriptBody(body: object): string {
  const written = writeJson(body).replace(/"\$(\w+)"/g, "process.env.$1");
  return written.replaceAll(/^ {2}/gm, "    ").replace(/\}$/, "  }");
}
