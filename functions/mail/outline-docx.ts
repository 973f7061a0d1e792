import type { OutlineInput } from './outline-document.ts';

/**
 * The outline of a round as a .docx for one unit to fill in. The same input gives the same bytes. The library is loaded
 * here and not before: most runs invite nobody.
 */
export async function outlineDocx(input: OutlineInput): Promise<Uint8Array> {
  const [{ Packer }, { outlineDocument }, { settleZipTimes }] = await Promise.all([
    import('docx'),
    import('./outline-document.ts'),
    import('./settle-zip-times.ts'),
  ]);
  const core = { path: 'docProps/core.xml', data: coreProperties(input) };
  return settleZipTimes(await Packer.toBuffer(outlineDocument(input), false, [core]));
}

/** The library would write the machine's time; a document of the round bears the time the round opens. */
function coreProperties({ round }: OutlineInput): string {
  const at = round.opensAt.round('second').toString();
  const times = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${times.join('')}</cp:coreProperties>`;
}
