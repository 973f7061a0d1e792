import { z } from 'zod';

/** What stands under a name in a schema, through lists and options; undefined when the schema has no such name. */
export function below(schema: unknown, name: string): unknown {
  if (schema instanceof z.ZodOptional) return below(schema.unwrap(), name);
  if (schema instanceof z.ZodArray) return below(schema.element, name);
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodObject ? schema.shape[name] : undefined;
}
