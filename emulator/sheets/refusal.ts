/**
 * A refusal in the words of the editor. They come after an English prefix and are in the language of the file or the
 * account, so a client that matches them breaks (switch `sheets.localised-errors`).
 */
export class EditorRefusal extends Error {
  readonly localised: string;

  constructor(sentence: string, localised = 'Không thể thực hiện thao tác này trên bảng tính.') {
    super(sentence);
    this.name = 'EditorRefusal';
    this.localised = localised;
  }
}

export const noGrid = (sheetId: number): EditorRefusal => new EditorRefusal(`No grid with id: ${sheetId}`);
