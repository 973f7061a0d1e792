import { expect, test } from 'vitest';
import { Problem, problem, problemCodes } from '../../functions/shared/problem.ts';
import { sourceFiles } from '../support/import-graph.ts';

const product = [...sourceFiles()].filter(
  ([file]) => /^(?:functions|scripts)\//.test(file) && !file.endsWith('/problem.ts'),
);

test('codes are unique, and say where and what', () => {
  expect(new Set(problemCodes).size).toBe(problemCodes.length);
  for (const code of problemCodes) expect(code).toMatch(/^[a-z]+\.[a-z-]+$/);
});

test.each(problemCodes.map((code) => [code]))('%s is raised somewhere', (code) => {
  expect(product.some(([, text]) => text.includes(`'${code}'`))).toBe(true);
});

test('a problem carries its code, its words and its cause', () => {
  const cause = new Error('ECONNREFUSED');
  const raised = problem('google.unreachable', ['the commit', '503', 5], cause);
  expect(raised).toBeInstanceOf(Problem);
  expect(raised).toMatchObject({ name: 'Problem', code: 'google.unreachable', cause });
  expect(raised.message).toBe(
    'Google did not answer the commit after 5 attempts: 503. Nothing was lost; the next run completes the work.',
  );
});

test('every line of a wrong environment is in the message', () => {
  expect(problem('config.invalid', [['A is missing.', 'B is wrong.']]).message).toBe(
    'Môi trường chạy chưa đủ hoặc sai; nghĩa của từng biến ở hướng dẫn quản trị, mục 9:\n  - A is missing.\n  - B is wrong.',
  );
});
