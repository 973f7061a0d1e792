import { type Document, Packer } from 'docx';
import { unzipSync } from 'fflate';
import type { Temporal } from 'temporal-polyfill';
import { zip, zipEntry } from './zip.ts';

/**
 * A document as the bytes of a .docx; the same content and moment give the same bytes.
 * @param at the moment the document bears: the library would write the machine's.
 */
export async function packDocx(document: Document, at: Temporal.Instant): Promise<Uint8Array> {
  const parts = await docxParts(document, at);
  return zip(Object.entries(parts).map(([name, content]) => zipEntry(name, content)));
}

/** The files that make up a .docx, by path. @param at the moment the document bears. */
export async function docxParts(
  document: Document,
  at: Temporal.Instant,
): Promise<{ readonly [path: string]: Uint8Array }> {
  const core = { path: 'docProps/core.xml', data: coreProperties(at) };
  return unzipSync(await Packer.toBuffer(document, false, [core]));
}

function coreProperties(at: Temporal.Instant): string {
  const moment = at.round('second').toString();
  const times = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${times.join('')}</cp:coreProperties>`;
}
