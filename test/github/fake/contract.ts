import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Schema = { [key: string]: unknown };

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Schema[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
  readonly responses: Record<string, Schema>;
}

interface Description {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<string, Record<string, Schema>>;
}

export interface Route {
  readonly id: string;
  readonly path: Readonly<Record<string, string>>;
  /** What GitHub's description has against a request, or nothing. */
  faultOfRequest(query: URLSearchParams, body: unknown): string | undefined;
  /** What it has against an answer of the fake. */
  faultOfAnswer(status: number, body: unknown): string | undefined;
}

const description: Description = JSON.parse(
  readFileSync(new URL('../fixtures/rest.json', import.meta.url), 'utf8'),
) as Description;

/** OpenAPI 3.0 → JSON Schema: `nullable`; `closed` refuses properties that the description does not name. */
function schemaOf(value: unknown, closed: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => schemaOf(item, closed));
  if (typeof value !== 'object' || value === null) return value;
  const result: Schema = {};
  for (const [key, child] of Object.entries(value)) {
    if (key === 'nullable') continue;
    result[key] = key === '$ref' ? refOf(child as string) : schemaOf(child, closed);
  }
  const { nullable, type } = value as { nullable?: boolean; type?: unknown };
  if (nullable && typeof type === 'string') {
    result.type = [type, 'null'];
    if (Array.isArray(result.enum)) result.enum = [...result.enum, null];
  } else if (nullable) return { anyOf: [result, { type: 'null' }] };
  if (closed && result.properties && result.additionalProperties === undefined) result.additionalProperties = false;
  return result;
}

const refOf = (reference: string) => reference.replace('#/components/schemas/', 'schemas#/definitions/');

const ajv = new Ajv({ strict: false, coerceTypes: false, validateFormats: true, allErrors: false });
addFormats.default(ajv);
ajv.addSchema({
  $id: 'schemas',
  definitions: Object.fromEntries(
    Object.entries(description.components.schemas ?? {}).map(([name, schema]) => [name, schemaOf(schema, false)]),
  ),
});

const compiled = new Map<string, ValidateFunction>();

function check(key: string, schema: () => unknown, value: unknown): string | undefined {
  let validate = compiled.get(key);
  if (!validate) {
    validate = ajv.compile(schema() as object);
    compiled.set(key, validate);
  }
  if (validate(value)) return undefined;
  const error = validate.errors?.[0];
  return `${error?.instancePath || 'body'} ${error?.message} ${JSON.stringify(error?.params ?? {})}`;
}

function resolve(value: Schema): Schema {
  const reference = value.$ref;
  if (typeof reference !== 'string') return value;
  const [, , group = '', name = ''] = reference.split('/');
  return description.components[group]?.[name] ?? {};
}

function faultOfQuery(id: string, operation: Operation, query: URLSearchParams): string | undefined {
  const known = new Map((operation.parameters ?? []).map(resolve).map((parameter) => [parameter.name, parameter]));
  for (const [name, text] of query) {
    const parameter = known.get(name);
    if (parameter?.in !== 'query') return `unknown query parameter ${name}`;
    const { type } = parameter.schema as { type?: string };
    const value = type === 'integer' && /^\d+$/.test(text) ? Number(text) : text;
    const fault = check(`${id} ${name}`, () => schemaOf(parameter.schema, false), value);
    if (fault) return `query ${name}: ${fault}`;
    if (name === 'per_page' && Number(text) > 100) return 'per_page is more than 100';
  }
  return undefined;
}

/** The operation of a method and path, or nothing where GitHub's description has none. */
export function routeOf(method: string, pathname: string): Route | undefined {
  for (const [template, operations] of Object.entries(description.paths)) {
    const operation = operations[method.toLowerCase()];
    if (!operation) continue;
    const names: string[] = [];
    const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    const match = new RegExp(`^${pattern}$`).exec(pathname);
    if (!match) continue;
    const path = Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? '')]));
    const id = operation.operationId;
    return {
      id,
      path,
      faultOfRequest(query, body) {
        const inPath = (operation.parameters ?? []).map(resolve).find((parameter) => {
          const { type } = (parameter.schema ?? {}) as { type?: string };
          return parameter.in === 'path' && type === 'integer' && !/^\d+$/.test(path[parameter.name as string] ?? '');
        });
        if (inPath) return `path ${inPath.name} is no integer`;
        const schema = operation.requestBody?.content['application/json']?.schema;
        const fault = faultOfQuery(id, operation, query);
        if (fault || !schema) return fault ?? (body === undefined ? undefined : 'no body is taken');
        return check(`${id} body`, () => schemaOf(schema, true), body ?? {});
      },
      faultOfAnswer(status, answer) {
        const response = resolve(operation.responses[String(status)] ?? {}) as {
          content?: Record<string, { schema: Schema }>;
        };
        const schema = response.content?.['application/json']?.schema;
        if (status >= 400) return undefined;
        if (!operation.responses[String(status)]) return `no answer ${status}`;
        return schema && check(`${id} ${status}`, () => schemaOf(schema, false), answer);
      },
    };
  }
  return undefined;
}
